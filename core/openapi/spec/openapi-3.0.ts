import { bodies30 } from '#core/openapi/spec/openapi-3.0-bodies.ts';
import { paths30 } from '#core/openapi/spec/openapi-3.0-paths.ts';
import { schema30 } from '#core/openapi/spec/openapi-3.0-schema.ts';
import { security30 } from '#core/openapi/spec/openapi-3.0-security.ts';
import {
  field,
  listOf,
  mapOf,
  markdown,
  object,
  orReference,
  required,
  text,
  textIn,
  textList,
  url,
} from '#core/openapi/spec/shapes.ts';
import type { ObjectTable } from '#core/openapi/spec/spec.ts';

/** OpenAPI Specification 3.0.4. */
export const openApi30 = {
  document: {
    title: 'OpenAPI Object',
    anchor: 'openapi-object',
    about: 'The root of a description.',
    isExtensible: true,
    fields: {
      openapi: required(textIn('version-3.0'), 'The version of the specification that this description is written in.'),
      info: required(object('info'), 'What the API is called, and who answers for it.'),
      servers: field(listOf(object('server')), 'Where the API can be reached; `/` where it is left out.'),
      paths: required(object('paths'), 'The paths of the API, and what can be done at them.'),
      components: field(object('components'), 'What other parts of the description refer to.'),
      security: field(
        listOf(object('security-requirement')),
        'What a caller must show, where an operation does not say otherwise; one of the list is enough.',
      ),
      tags: field(listOf(object('tag')), 'The groups that operations are shown in, in this order.'),
      externalDocs: field(object('external-docs'), 'Where more is written about the API.'),
    },
  },
  info: {
    title: 'Info Object',
    anchor: 'info-object',
    about: 'What the API is called, and who answers for it.',
    isExtensible: true,
    fields: {
      title: required(text, 'The name of the API.'),
      description: field(markdown, 'What the API is for, in CommonMark.'),
      termsOfService: field(url, 'Where the terms of service are.'),
      contact: field(object('contact'), 'Whom to ask about the API.'),
      license: field(object('license'), 'Under which licence the API is offered.'),
      version: required(text, 'The version of this description, not that of the specification.'),
    },
  },
  contact: {
    title: 'Contact Object',
    anchor: 'contact-object',
    about: 'Whom to ask about the API.',
    isExtensible: true,
    fields: {
      name: field(text, 'The person or the organisation to ask.'),
      url: field(url, 'Their page.'),
      email: field(textIn('email'), 'Their e-mail address.'),
    },
  },
  license: {
    title: 'License Object',
    anchor: 'license-object',
    about: 'Under which licence the API is offered.',
    isExtensible: true,
    fields: {
      name: required(text, 'What the licence is called.'),
      url: field(url, 'Where its text is.'),
    },
  },
  server: {
    title: 'Server Object',
    anchor: 'server-object',
    about: 'A place where the API can be reached.',
    isExtensible: true,
    fields: {
      url: required(textIn('url-template'), 'The address paths are appended to; variables stand in braces.'),
      description: field(markdown, 'What this server is for.'),
      variables: field(mapOf(object('server-variable')), 'The variables in braces of the address, by name.'),
    },
  },
  'server-variable': {
    title: 'Server Variable Object',
    anchor: 'server-variable-object',
    about: 'What may stand for a variable in the address of a server.',
    isExtensible: true,
    fields: {
      enum: field(textList, 'The values it can have, where it cannot have all.'),
      default: required(text, 'The value to use where the caller chooses none.'),
      description: field(markdown, 'What the variable chooses.'),
    },
  },
  components: {
    title: 'Components Object',
    anchor: 'components-object',
    about: 'What other parts refer to; nothing here has an effect of its own.',
    isExtensible: true,
    fields: {
      schemas: field(mapOf(orReference('schema'), 'component'), 'Schemas, by name.'),
      responses: field(mapOf(orReference('response'), 'component'), 'Responses, by name.'),
      parameters: field(mapOf(orReference('parameter'), 'component'), 'Parameters, by name.'),
      examples: field(mapOf(orReference('example'), 'component'), 'Examples, by name.'),
      requestBodies: field(mapOf(orReference('request-body'), 'component'), 'Request bodies, by name.'),
      headers: field(mapOf(orReference('header'), 'component'), 'Response headers, by name.'),
      securitySchemes: field(
        mapOf(orReference('security-scheme'), 'component'),
        'Ways to show who is calling, by the name that `security` uses.',
      ),
      links: field(mapOf(orReference('link'), 'component'), 'Links from a response to a next operation, by name.'),
      callbacks: field(mapOf(orReference('callback'), 'component'), 'Requests that the API sends in turn, by name.'),
    },
  },
  tag: {
    title: 'Tag Object',
    anchor: 'tag-object',
    about: 'A group that operations are shown in.',
    isExtensible: true,
    fields: {
      name: required(text, 'The name that operations call the group by.'),
      description: field(markdown, 'What is in the group.'),
      externalDocs: field(object('external-docs'), 'Where more is written about the group.'),
    },
  },
  'external-docs': {
    title: 'External Documentation Object',
    anchor: 'external-documentation-object',
    about: 'Where more is written.',
    isExtensible: true,
    fields: {
      description: field(markdown, 'What is to be found there.'),
      url: required(url, 'The address of the documentation.'),
    },
  },
  ...paths30,
  ...bodies30,
  ...schema30,
  ...security30,
} satisfies ObjectTable;
