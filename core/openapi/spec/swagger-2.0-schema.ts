import { schema30 } from '#core/openapi/spec/openapi-3.0-schema.ts';
import { changed, field, oneOf, text } from '#core/openapi/spec/shapes.ts';
import type { ObjectTable } from '#core/openapi/spec/spec.ts';

const type = oneOf('array', 'boolean', 'file', 'integer', 'null', 'number', 'object', 'string');

/** What bodies look like in 2.0. */
export const schema20 = {
  schema: changed(schema30.schema, {
    without: ['nullable', 'oneOf', 'anyOf', 'not', 'writeOnly', 'deprecated'],
    fields: {
      type: field(type, 'The type of the value; `file` only for a whole answer.'),
      discriminator: field(text, 'The property that tells which of several schemas is meant.'),
    },
  }),
  xml: schema30.xml,
} satisfies ObjectTable;
