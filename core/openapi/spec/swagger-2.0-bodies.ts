import { openApi30 } from '#core/openapi/spec/openapi-3.0.ts';
import { exclusiveFlags, formats, limitKeywords, oldEnum } from '#core/openapi/spec/schema-keywords.ts';
import {
  any,
  field,
  fieldWith,
  flag,
  mapOf,
  markdown,
  mostly,
  object,
  oneOf,
  orReference,
  required,
  requiredWith,
  text,
  when,
} from '#core/openapi/spec/shapes.ts';
import type { FieldSpec, ObjectTable } from '#core/openapi/spec/spec.ts';

const simpleTypes = ['string', 'number', 'integer', 'boolean', 'array'] as const;
const noBody = when('in', 'query', 'header', 'path', 'formData');

/** What tells of a value that is no body: like a schema, and not one (Swagger 2.0 “Items Object”). */
const valueFields = {
  type: required(oneOf(...simpleTypes), 'The type of the value.'),
  format: field(mostly(...formats), 'What the type says more closely.'),
  items: field(object('items'), 'What the items of the list look like.'),
  collectionFormat: field(oneOf('csv', 'ssv', 'tsv', 'pipes'), 'What stands between the items of a list.'),
  default: field(any, 'The value that is meant where none is given.'),
  ...limitKeywords,
  enum: oldEnum,
  ...exclusiveFlags,
} satisfies Readonly<Record<string, FieldSpec>>;

/** Parameters, responses and headers of 2.0. */
export const bodies20 = {
  parameter: {
    title: 'Parameter Object',
    anchor: 'parameter-object',
    about: 'A value that a client gives: in the path, the query, a header, a form, or as the body.',
    isExtensible: true,
    fields: {
      name: required(text, 'What it is called; in a path, the name in braces.'),
      in: required(oneOf('query', 'header', 'path', 'formData', 'body'), 'Where it is given.'),
      description: field(markdown, 'What it is for.'),
      required: field(flag, 'True where it must be given; always true in a path.'),
      schema: requiredWith(when('in', 'body'), orReference('schema'), 'What the body looks like.'),
      ...Object.fromEntries(
        Object.entries(valueFields).map(([name, { value, about }]) => [name, fieldWith(noBody, value, about)]),
      ),
      type: requiredWith(noBody, oneOf(...simpleTypes, 'file'), 'The type of the value; `file` only in a form.'),
      collectionFormat: fieldWith(
        noBody,
        oneOf('csv', 'ssv', 'tsv', 'pipes', 'multi'),
        'What stands between the items of a list; `multi` gives the name again for each, in a query or a form.',
      ),
      allowEmptyValue: fieldWith(
        when('in', 'query', 'formData'),
        flag,
        'True where the name alone may be sent, without a value.',
      ),
    },
  },
  items: {
    title: 'Items Object',
    anchor: 'items-object',
    about: 'What the items of a list look like that is no body.',
    isExtensible: true,
    fields: valueFields,
  },
  header: {
    title: 'Header Object',
    anchor: 'header-object',
    about: 'A header of an answer.',
    isExtensible: true,
    fields: { description: field(markdown, 'What it tells.'), ...valueFields },
  },
  response: {
    title: 'Response Object',
    anchor: 'response-object',
    about: 'One answer of an operation.',
    isExtensible: true,
    fields: {
      description: openApi30.response.fields.description,
      schema: field(orReference('schema'), 'What the body looks like; there is none without it.'),
      headers: field(mapOf(object('header'), 'header'), 'Its headers, by name.'),
      examples: field(mapOf(any, 'media-type'), 'The body as it may look, by media type.'),
    },
  },
} satisfies ObjectTable;
