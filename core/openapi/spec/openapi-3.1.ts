import { openApi30 } from '#core/openapi/spec/openapi-3.0.ts';
import { anySchema, schema31 } from '#core/openapi/spec/openapi-3.1-schema.ts';
import {
  changed,
  field,
  listOf,
  mapOf,
  markdown,
  object,
  oneOf,
  optional,
  required,
  text,
  textIn,
  url,
} from '#core/openapi/spec/shapes.ts';
import type { ObjectTable } from '#core/openapi/spec/spec.ts';

const old = openApi30;
const schema = anySchema;

/** OpenAPI Specification 3.1.1: what differs from 3.0. */
export const openApi31 = {
  ...old,
  document: changed(old.document, {
    fields: {
      openapi: required(textIn('version-3.1'), 'The version of the specification that this description is written in.'),
      jsonSchemaDialect: field(url, 'The dialect of schemas that name none in `$schema`.'),
      paths: optional(old.document.fields.paths),
      webhooks: field(mapOf(object('path-item')), 'Requests that the API sends of its own accord, by name.'),
    },
    needsOneOf: [['paths', 'components', 'webhooks']],
  }),
  info: changed(old.info, { fields: { summary: field(text, 'What the API is, in short.') } }),
  license: changed(old.license, {
    fields: { identifier: field(text, 'The licence as an SPDX expression, in place of `url`.') },
    excludes: [['identifier', 'url']],
  }),
  'server-variable': changed(old['server-variable'], {
    fields: { enum: field(listOf(text, 1), 'The values it can have, where it cannot have all.') },
  }),
  components: changed(old.components, {
    fields: {
      schemas: field(mapOf(schema, 'component'), 'Schemas, by name.'),
      pathItems: field(mapOf(object('path-item'), 'component'), 'Path items, by name.'),
    },
  }),
  operation: changed(old.operation, { fields: { responses: optional(old.operation.fields.responses) } }),
  parameter: changed(old.parameter, {
    fields: { schema: field(schema, 'What the value looks like.') },
  }),
  header: changed(old.header, { fields: { schema: field(schema, 'What the value looks like.') } }),
  'media-type': changed(old['media-type'], {
    fields: { schema: field(schema, 'What the body looks like.') },
  }),
  reference: changed(old.reference, {
    fields: {
      summary: field(text, 'Stands for the summary of what is referred to.'),
      description: field(markdown, 'Stands for the description of what is referred to.'),
    },
  }),
  'security-scheme': changed(old['security-scheme'], {
    fields: {
      type: required(oneOf('apiKey', 'http', 'mutualTLS', 'oauth2', 'openIdConnect'), 'The kind of scheme.'),
    },
  }),
  ...schema31,
} satisfies ObjectTable;
