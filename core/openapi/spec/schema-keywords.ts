import {
  any,
  anyList,
  field,
  flag,
  integer,
  listOf,
  markdown,
  number,
  setOf,
  text,
  textIn,
} from '#core/openapi/spec/shapes.ts';
import type { FieldSpec } from '#core/openapi/spec/spec.ts';

/** Keywords that limit a value, with the same meaning in JSON Schema drafts 4 and 5 (2.0, 3.0) and 2020-12 (3.1, 3.2). */
export const limitKeywords = {
  multipleOf: field(number, 'The number is a multiple of this one.'),
  maximum: field(number, 'The number is at most this.'),
  minimum: field(number, 'The number is at least this.'),
  maxLength: field(integer, 'The text has at most so many characters.'),
  minLength: field(integer, 'The text has at least so many characters.'),
  pattern: field(textIn('regex'), 'The text holds something that this regular expression matches.'),
  maxItems: field(integer, 'The list has at most so many items.'),
  minItems: field(integer, 'The list has at least so many items.'),
  uniqueItems: field(flag, 'True where no two items of the list are equal.'),
  enum: field(anyList, 'The values there are.'),
} satisfies Readonly<Record<string, FieldSpec>>;

/** In JSON Schema draft 4, which 2.0 follows, a list of values has one at least. */
export const oldEnum: FieldSpec = field(listOf(any, 1), 'The values there are; one at least.');

/** As a flag, where `maximum` and `minimum` say the number (2.0, 3.0). */
export const exclusiveFlags = {
  exclusiveMaximum: field(flag, 'True where the number is less than `maximum`, never equal.'),
  exclusiveMinimum: field(flag, 'True where the number is more than `minimum`, never equal.'),
} satisfies Readonly<Record<string, FieldSpec>>;

export const objectKeywords = {
  maxProperties: field(integer, 'The object has at most so many properties.'),
  minProperties: field(integer, 'The object has at least so many properties.'),
  required: field(setOf(text), 'The properties that are always there.'),
} satisfies Readonly<Record<string, FieldSpec>>;

export const annotationKeywords = {
  title: field(text, 'What the value is called.'),
  description: field(markdown, 'What the value means.'),
  default: field(any, 'The value that is meant where none is given.'),
} satisfies Readonly<Record<string, FieldSpec>>;

/** Formats that the specification itself names (OpenAPI 3.0.4 “Data Types”). */
export const formats = [
  'int32',
  'int64',
  'float',
  'double',
  'byte',
  'binary',
  'date',
  'date-time',
  'password',
] as const;
