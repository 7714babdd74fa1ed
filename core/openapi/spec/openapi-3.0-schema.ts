import {
  annotationKeywords,
  exclusiveFlags,
  formats,
  limitKeywords,
  objectKeywords,
} from '#core/openapi/spec/schema-keywords.ts';
import {
  any,
  either,
  field,
  flag,
  listOf,
  mapOf,
  mostly,
  object,
  oneOf,
  orReference,
  required,
  setOf,
  text,
  textIn,
} from '#core/openapi/spec/shapes.ts';
import type { ObjectTable } from '#core/openapi/spec/spec.ts';

const schema = orReference('schema');
const schemas = listOf(schema, 1);

/** What values look like (OpenAPI 3.0.4). */
export const schema30 = {
  schema: {
    title: 'Schema Object',
    anchor: 'schema-object',
    about: 'What values look like, in a dialect of JSON Schema.',
    isExtensible: true,
    fields: {
      ...annotationKeywords,
      type: field(oneOf('array', 'boolean', 'integer', 'number', 'object', 'string'), 'The type of the value.'),
      format: field(mostly(...formats), 'What the type says more closely.'),
      nullable: field(flag, 'True where the value may be null; `type` must stand beside it.'),
      ...limitKeywords,
      ...exclusiveFlags,
      ...objectKeywords,
      required: field(setOf(text, 1), 'The properties that are always there; one at least.'),
      properties: field(mapOf(schema), 'The properties of the object, by name.'),
      additionalProperties: field(either(flag, schema), 'What other properties look like; false where there are none.'),
      items: field(schema, 'What the items of the list look like.'),
      allOf: field(schemas, 'The value fits all of these.'),
      oneOf: field(schemas, 'The value fits exactly one of these.'),
      anyOf: field(schemas, 'The value fits one of these at least.'),
      not: field(schema, 'The value does not fit this.'),
      discriminator: field(object('discriminator'), 'The property that tells which of several schemas is meant.'),
      readOnly: field(flag, 'True where it is answered and never sent.'),
      writeOnly: field(flag, 'True where it is sent and never answered.'),
      xml: field(object('xml'), 'How it is written as XML.'),
      externalDocs: field(object('external-docs'), 'Where more is written about it.'),
      example: field(any, 'A value as it may look.'),
      deprecated: field(flag, 'True where clients should no longer use it.'),
    },
  },
  discriminator: {
    title: 'Discriminator Object',
    anchor: 'discriminator-object',
    about: 'Which of several schemas a value has, told by one of its properties.',
    isExtensible: true,
    fields: {
      propertyName: required(text, 'The property that tells it.'),
      mapping: field(mapOf(text), 'Which schema each value of the property stands for.'),
    },
  },
  xml: {
    title: 'XML Object',
    anchor: 'xml-object',
    about: 'How a property is written as XML.',
    isExtensible: true,
    fields: {
      name: field(text, 'The name of the element or attribute, where it is not that of the property.'),
      namespace: field(textIn('uri'), 'The namespace, an absolute address.'),
      prefix: field(text, 'What stands before the name.'),
      attribute: field(flag, 'True where it is an attribute, no element.'),
      wrapped: field(flag, 'True where an element stands around the items of a list.'),
    },
  },
} satisfies ObjectTable;
