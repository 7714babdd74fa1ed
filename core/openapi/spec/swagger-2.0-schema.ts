import { schema30 } from '#core/openapi/spec/openapi-3.0-schema.ts';
import { oldEnum } from '#core/openapi/spec/schema-keywords.ts';
import { changed, either, field, listOf, oneOf, orReference, setOf, text } from '#core/openapi/spec/shapes.ts';
import type { ObjectTable } from '#core/openapi/spec/spec.ts';

const schema = orReference('schema');
const types = oneOf('array', 'boolean', 'file', 'integer', 'null', 'number', 'object', 'string');

/** What bodies look like in 2.0: what is taken from JSON Schema draft 4 is as it is there, so that `type` and `items` may be lists. */
export const schema20 = {
  schema: changed(schema30.schema, {
    without: ['nullable', 'oneOf', 'anyOf', 'not', 'writeOnly', 'deprecated'],
    fields: {
      type: field(either(types, setOf(types, 1)), 'The type of the value; `file` only for a whole answer.'),
      items: field(either(schema, listOf(schema, 1)), 'What the items of the list look like.'),
      enum: oldEnum,
      discriminator: field(text, 'The property that tells which of several schemas is meant.'),
    },
  }),
  xml: schema30.xml,
} satisfies ObjectTable;
