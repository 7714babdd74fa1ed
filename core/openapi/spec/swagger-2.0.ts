import { openApi30 } from '#core/openapi/spec/openapi-3.0.ts';
import {
  changed,
  field,
  listOf,
  mapOf,
  object,
  oneOf,
  orReference,
  required,
  textIn,
} from '#core/openapi/spec/shapes.ts';
import type { ObjectTable } from '#core/openapi/spec/spec.ts';
import { bodies20 } from '#core/openapi/spec/swagger-2.0-bodies.ts';
import { schema20 } from '#core/openapi/spec/swagger-2.0-schema.ts';
import { security20 } from '#core/openapi/spec/swagger-2.0-security.ts';

const mediaTypes = listOf(textIn('media-type'));
const schemes = listOf(oneOf('http', 'https', 'ws', 'wss'));
const { info, contact, license, tag, paths, operation, responses, reference } = openApi30;

/** OpenAPI (Swagger) Specification 2.0: what it shares with 3.0 is taken from there. */
export const swagger20 = {
  document: {
    title: 'Swagger Object',
    anchor: 'swagger-object',
    about: 'The root of a description.',
    isExtensible: true,
    fields: {
      swagger: required(textIn('version-2.0'), 'The version of the specification: 2.0.'),
      info: required(object('info'), 'What the API is called, and who answers for it.'),
      host: field(textIn('host'), 'The host that serves the API, with its port where it is not the usual one.'),
      basePath: field(textIn('base-path'), 'What stands before all paths; begins with a slash.'),
      schemes: field(schemes, 'The protocols it can be called by.'),
      consumes: field(mediaTypes, 'The media types operations take, where they do not say otherwise.'),
      produces: field(mediaTypes, 'The media types operations answer, where they do not say otherwise.'),
      paths: required(object('paths'), 'The paths of the API, and what can be done at them.'),
      definitions: field(mapOf(orReference('schema')), 'Schemas that other parts refer to, by name.'),
      parameters: field(mapOf(object('parameter')), 'Parameters that other parts refer to, by name.'),
      responses: field(mapOf(object('response')), 'Responses that other parts refer to, by name.'),
      securityDefinitions: field(
        mapOf(object('security-scheme')),
        'Ways to show who is calling, by the name that `security` uses.',
      ),
      security: field(
        listOf(object('security-requirement')),
        'What a caller must show, where an operation does not say otherwise; one of the list is enough.',
      ),
      tags: field(listOf(object('tag')), 'The groups that operations are shown in, in this order.'),
      externalDocs: field(object('external-docs'), 'Where more is written about the API.'),
    },
  },
  info,
  contact,
  license,
  tag,
  paths,
  reference,
  'external-docs': openApi30['external-docs'],
  'security-requirement': openApi30['security-requirement'],
  'path-item': changed(openApi30['path-item'], {
    without: ['summary', 'description', 'trace', 'servers'],
  }),
  operation: changed(operation, {
    without: ['requestBody', 'callbacks', 'servers'],
    fields: {
      consumes: field(mediaTypes, 'The media types it takes, instead of those of the document.'),
      produces: field(mediaTypes, 'The media types it answers, instead of those of the document.'),
      schemes: field(schemes, 'The protocols it can be called by, instead of those of the document.'),
    },
  }),
  responses: changed(responses, { entries: { keys: 'plain-status', value: orReference('response') } }),
  ...bodies20,
  ...schema20,
  ...security20,
} satisfies ObjectTable;
