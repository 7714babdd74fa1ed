import { methodField } from '#core/openapi/spec/openapi-3.0-paths.ts';
import { flow, isOauth } from '#core/openapi/spec/openapi-3.0-security.ts';
import { openApi31 } from '#core/openapi/spec/openapi-3.1.ts';
import { anySchema } from '#core/openapi/spec/openapi-3.1-schema.ts';
import {
  any,
  besides,
  changed,
  deprecated,
  field,
  fieldWith,
  flag,
  listOf,
  mapOf,
  markdown,
  mostly,
  object,
  oneOf,
  optional,
  orReference,
  required,
  text,
  textIn,
  url,
  when,
} from '#core/openapi/spec/shapes.ts';
import type { FieldSpec, ObjectTable, ValueShape } from '#core/openapi/spec/spec.ts';

const old = openApi31;
const content: ValueShape = mapOf(orReference('media-type'), 'media-type');
const encoding = object('encoding');

const encodings = {
  encoding: field(mapOf(encoding), 'How single properties are written, by name.'),
  prefixEncoding: field(listOf(encoding), 'How the first parts are written, one after the other.'),
  itemEncoding: field(encoding, 'How the parts after those are written.'),
} satisfies Readonly<Record<string, FieldSpec>>;
const encodingExcludes = [
  ['encoding', 'prefixEncoding'],
  ['encoding', 'itemEncoding'],
] as const;

/** OpenAPI Specification 3.2.0: what differs from 3.1. */
export const openApi32 = {
  ...old,
  document: changed(old.document, {
    fields: {
      openapi: required(textIn('version-3.2'), 'The version of the specification that this description is written in.'),
      $self: field(url, 'The address of this description; references count from there.'),
    },
  }),
  server: changed(old.server, { fields: { name: field(text, 'What the server is called.') } }),
  components: changed(old.components, {
    fields: { mediaTypes: field(mapOf(orReference('media-type'), 'component'), 'Media types, by name.') },
  }),
  'path-item': changed(old['path-item'], {
    fields: {
      query: methodField('query'),
      additionalOperations: field(
        mapOf(object('operation'), 'method'),
        'What methods do that have no field of their own, in the case they are sent in.',
      ),
    },
  }),
  parameter: changed(old.parameter, {
    fields: {
      in: required(oneOf('query', 'querystring', 'header', 'path', 'cookie'), 'Where it is given.'),
      style: field(
        oneOf('matrix', 'label', 'form', 'simple', 'spaceDelimited', 'pipeDelimited', 'deepObject', 'cookie'),
        'How the value is written.',
      ),
      // With the style “cookie” nothing is percent-encoded, so that there is nothing to leave out.
      allowReserved: besides(
        when('style', 'cookie'),
        fieldWith(when('in', 'query', 'path', 'cookie'), flag, 'True where reserved characters are sent as they are.'),
      ),
      content: field(content, 'In place of `schema`: the one media type that the value is written in.'),
    },
  }),
  header: changed(old.header, {
    fields: { content: field(content, 'In place of `schema`: the one media type that the value is written in.') },
  }),
  'request-body': changed(old['request-body'], {
    fields: { content: required(content, 'The media types it can be sent in.') },
  }),
  response: changed(old.response, {
    fields: {
      summary: field(text, 'What this answer means, in short.'),
      description: optional(old.response.fields.description),
      content: field(content, 'The media types its body comes in.'),
    },
  }),
  'media-type': changed(old['media-type'], {
    fields: {
      description: field(markdown, 'What is sent in this media type.'),
      itemSchema: field(anySchema, 'What each item of a stream looks like.'),
      ...encodings,
    },
    excludes: [['example', 'examples'], ...encodingExcludes],
  }),
  encoding: changed(old.encoding, { fields: encodings, excludes: encodingExcludes }),
  example: changed(old.example, {
    fields: {
      dataValue: field(any, 'The value, as the schema describes it.'),
      serializedValue: field(text, 'The value, as it is sent.'),
    },
    excludes: [
      ['value', 'externalValue'],
      ['value', 'dataValue'],
      ['value', 'serializedValue'],
      ['serializedValue', 'externalValue'],
    ],
  }),
  tag: changed(old.tag, {
    fields: {
      summary: field(text, 'What the group is called where it is shown.'),
      parent: field(text, 'The group that this one belongs to, by name.'),
      kind: field(mostly('nav', 'badge', 'audience'), 'What the group is for.'),
    },
  }),
  discriminator: changed(old.discriminator, {
    fields: { defaultMapping: field(text, 'The schema that is meant where the property is not there, or not known.') },
  }),
  xml: changed(old.xml, {
    fields: {
      nodeType: field(oneOf('element', 'attribute', 'text', 'cdata', 'none'), 'What it becomes in XML.'),
      attribute: deprecated(old.xml.fields.attribute),
      wrapped: deprecated(old.xml.fields.wrapped),
    },
    excludes: [
      ['nodeType', 'attribute'],
      ['nodeType', 'wrapped'],
    ],
  }),
  'security-scheme': changed(old['security-scheme'], {
    fields: {
      oauth2MetadataUrl: fieldWith(isOauth, url, 'Where the authorization server describes itself.'),
      deprecated: field(flag, 'True where callers should no longer use it.'),
    },
  }),
  'oauth-flows': changed(old['oauth-flows'], {
    fields: {
      deviceAuthorization: field(object('device-authorization-flow'), 'The user agrees on another device.'),
    },
  }),
  'device-authorization-flow': flow('The user agrees on another device.', {
    deviceAuthorizationUrl: required(url, 'Where the device asks for a code.'),
    tokenUrl: required(url, 'Where a token is had.'),
  }),
} satisfies ObjectTable;
