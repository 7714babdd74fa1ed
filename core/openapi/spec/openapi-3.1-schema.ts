import { schema30 } from '#core/openapi/spec/openapi-3.0-schema.ts';
import { annotationKeywords, limitKeywords, objectKeywords } from '#core/openapi/spec/schema-keywords.ts';
import {
  any,
  anyList,
  changed,
  deprecated,
  either,
  field,
  flag,
  integer,
  listOf,
  mapOf,
  mostly,
  number,
  object,
  oneOf,
  setOf,
  text,
  textIn,
  url,
} from '#core/openapi/spec/shapes.ts';
import type { FieldSpec, ObjectTable, ValueShape } from '#core/openapi/spec/spec.ts';

/** A schema, or one of the two truth values: `true` fits every value, `false` none (JSON Schema Core 2020-12 §4.3.2). */
export const anySchema: ValueShape = either(object('schema'), flag);

const schemas = listOf(anySchema, 1);
const types = oneOf('array', 'boolean', 'integer', 'null', 'number', 'object', 'string');
const formats = (
  'date-time date time duration email idn-email hostname idn-hostname ipv4 ipv6 uri uri-reference iri iri-reference uuid ' +
  'uri-template json-pointer relative-json-pointer regex int32 int64 float double password'
).split(' ');

/** JSON Schema Core 2020-12 §8. */
const coreKeywords = {
  $schema: field(url, 'The dialect that this schema is written in.'),
  $id: field(url, 'The address of this schema; references below it count from there.'),
  $anchor: field(textIn('anchor'), 'A name that references can lead to: `#name`.'),
  $dynamicAnchor: field(textIn('anchor'), 'A name that `$dynamicRef` looks for from the outermost schema on.'),
  $ref: field(text, 'A schema that the value must fit, too.'),
  $dynamicRef: field(text, 'Like `$ref`, but the outermost schema with this anchor is meant.'),
  $vocabulary: field(mapOf(flag), 'Which vocabularies a dialect has; for descriptions of dialects only.'),
  $comment: field(text, 'A note to those who maintain the schema.'),
  $defs: field(mapOf(anySchema), 'Schemas that are referred to, by name.'),
} satisfies Readonly<Record<string, FieldSpec>>;

/** JSON Schema Core 2020-12 §10 and §11. */
const applicators = {
  allOf: field(schemas, 'The value fits all of these.'),
  anyOf: field(schemas, 'The value fits one of these at least.'),
  oneOf: field(schemas, 'The value fits exactly one of these.'),
  not: field(anySchema, 'The value does not fit this.'),
  if: field(anySchema, 'Where the value fits this, `then` holds, and otherwise `else`.'),
  // biome-ignore lint/suspicious/noThenProperty: that is what the keyword is called
  then: field(anySchema, 'What holds where the value fits `if`.'),
  else: field(anySchema, 'What holds where the value does not fit `if`.'),
  dependentSchemas: field(mapOf(anySchema), 'What holds where the object has a property, by its name.'),
  prefixItems: field(schemas, 'What the first items look like, one after the other.'),
  items: field(anySchema, 'What the items look like, or those after `prefixItems`.'),
  contains: field(anySchema, 'What one item at least looks like.'),
  properties: field(mapOf(anySchema), 'The properties of the object, by name.'),
  patternProperties: field(mapOf(anySchema, 'regex'), 'What properties look like whose name a pattern matches.'),
  additionalProperties: field(anySchema, 'What other properties look like; false where there are none.'),
  propertyNames: field(anySchema, 'What the names of properties look like.'),
  unevaluatedItems: field(anySchema, 'What items look like that nothing else in this schema tells of.'),
  unevaluatedProperties: field(anySchema, 'What properties look like that nothing else in this schema tells of.'),
} satisfies Readonly<Record<string, FieldSpec>>;

/** JSON Schema Validation 2020-12 §6 to §9. */
const validation = {
  ...limitKeywords,
  ...objectKeywords,
  ...annotationKeywords,
  type: field(either(types, setOf(types, 1)), 'The type of the value, or the types it may have.'),
  const: field(any, 'The one value there is.'),
  exclusiveMaximum: field(number, 'The number is less than this.'),
  exclusiveMinimum: field(number, 'The number is more than this.'),
  maxContains: field(integer, 'At most so many items fit `contains`.'),
  minContains: field(integer, 'At least so many items fit `contains`.'),
  dependentRequired: field(mapOf(setOf(text)), 'Which properties must stand beside a property, by its name.'),
  format: field(mostly(...formats), 'What the type says more closely.'),
  contentEncoding: field(
    mostly('base64', 'base64url', 'base32', 'base16', 'quoted-printable'),
    'How bytes are written as text.',
  ),
  contentMediaType: field(textIn('media-type'), 'The media type of what the text holds.'),
  contentSchema: field(anySchema, 'What it looks like, that the text holds.'),
  deprecated: field(flag, 'True where clients should no longer use it.'),
  readOnly: field(flag, 'True where it is answered and never sent.'),
  writeOnly: field(flag, 'True where it is sent and never answered.'),
  examples: field(anyList, 'Values as they may look.'),
} satisfies Readonly<Record<string, FieldSpec>>;

/** Older spellings that 2020-12 still knows (JSON Schema Validation 2020-12 “meta/…”, `definitions` and `dependencies`). */
const formerKeywords = {
  definitions: deprecated(field(mapOf(anySchema), 'What is called `$defs` today.')),
  dependencies: deprecated(
    field(mapOf(either(anySchema, setOf(text))), 'What is called `dependentSchemas` and `dependentRequired` today.'),
  ),
} satisfies Readonly<Record<string, FieldSpec>>;

const { discriminator, xml, externalDocs, example } = schema30.schema.fields;

/** What values look like: JSON Schema 2020-12 and four keywords of OpenAPI's own (OpenAPI 3.1.1). */
export const schema31 = {
  schema: {
    ...schema30.schema,
    about: 'What values look like, in JSON Schema 2020-12.',
    isOpen: true,
    fields: {
      ...coreKeywords,
      ...applicators,
      ...validation,
      ...formerKeywords,
      discriminator,
      xml,
      externalDocs,
      example: deprecated(example),
    },
  },
  discriminator: changed(schema30.discriminator, { isExtensible: true }),
  xml: schema30.xml,
} satisfies ObjectTable;
