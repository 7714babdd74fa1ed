import {
  any,
  deprecated,
  field,
  fieldWith,
  flag,
  mapOf,
  markdown,
  object,
  oneOf,
  orReference,
  required,
  text,
  textIn,
  url,
  when,
} from '#core/openapi/spec/shapes.ts';
import type { ObjectTable, ValueShape } from '#core/openapi/spec/spec.ts';

const content: ValueShape = mapOf(object('media-type'), 'media-type');
const examples = {
  example: field(any, 'A value as it may look.'),
  examples: field(mapOf(orReference('example')), 'Several examples, by name.'),
};
const bodyStyles = oneOf('form', 'spaceDelimited', 'pipeDelimited', 'deepObject');

/** What is sent and answered (OpenAPI 3.0.4). */
export const bodies30 = {
  parameter: {
    title: 'Parameter Object',
    anchor: 'parameter-object',
    about: 'A value that a client gives in the path, the query, a header or a cookie.',
    isExtensible: true,
    fields: {
      name: required(text, 'What it is called; in a path, the name in braces.'),
      in: required(oneOf('query', 'header', 'path', 'cookie'), 'Where it is given.'),
      description: field(markdown, 'What it is for.'),
      required: field(flag, 'True where it must be given; always true in a path.'),
      deprecated: field(flag, 'True where clients should no longer give it.'),
      allowEmptyValue: deprecated(
        fieldWith(when('in', 'query'), flag, 'True where the name alone may stand in the query, without a value.'),
      ),
      style: field(
        oneOf('matrix', 'label', 'form', 'simple', 'spaceDelimited', 'pipeDelimited', 'deepObject'),
        'How the value is written.',
      ),
      explode: field(flag, 'True where each item of a list, or member of an object, is a parameter of its own.'),
      allowReserved: fieldWith(when('in', 'query'), flag, 'True where reserved characters are sent as they are.'),
      schema: field(orReference('schema'), 'What the value looks like.'),
      ...examples,
      content: field(content, 'In place of `schema`: the one media type that the value is written in.'),
    },
    needsOneOf: [['schema', 'content']],
    excludes: [
      ['schema', 'content'],
      ['example', 'examples'],
    ],
  },
  'request-body': {
    title: 'Request Body Object',
    anchor: 'request-body-object',
    about: 'What a client sends with an operation.',
    isExtensible: true,
    fields: {
      description: field(markdown, 'What the body is for.'),
      content: required(content, 'The media types it can be sent in.'),
      required: field(flag, 'True where the operation does not go without it.'),
    },
  },
  'media-type': {
    title: 'Media Type Object',
    anchor: 'media-type-object',
    about: 'What a body looks like in one media type.',
    isExtensible: true,
    fields: {
      schema: field(orReference('schema'), 'What the body looks like.'),
      ...examples,
      encoding: field(mapOf(object('encoding')), 'How single properties of a form are written, by name.'),
    },
    excludes: [['example', 'examples']],
  },
  encoding: {
    title: 'Encoding Object',
    anchor: 'encoding-object',
    about: 'How one property of a form is written.',
    isExtensible: true,
    fields: {
      contentType: field(textIn('media-types'), 'The media type of the property, or several with commas between.'),
      headers: field(mapOf(orReference('header'), 'header'), 'Headers of this part of a multipart body.'),
      style: field(bodyStyles, 'How the value is written, as in a query.'),
      explode: field(flag, 'True where each item of a list, or member of an object, is written by itself.'),
      allowReserved: field(flag, 'True where reserved characters are sent as they are.'),
    },
  },
  response: {
    title: 'Response Object',
    anchor: 'response-object',
    about: 'One answer of an operation.',
    isExtensible: true,
    fields: {
      description: required(markdown, 'What this answer means.'),
      headers: field(mapOf(orReference('header'), 'header'), 'Its headers, by name; `Content-Type` is ignored.'),
      content: field(content, 'The media types its body comes in.'),
      links: field(mapOf(orReference('link'), 'component'), 'Where a client can go on from here, by name.'),
    },
  },
  header: {
    title: 'Header Object',
    anchor: 'header-object',
    about: 'A header of an answer or of a part of a body: a parameter without name and place.',
    isExtensible: true,
    fields: {
      description: field(markdown, 'What it tells.'),
      required: field(flag, 'True where it is always there.'),
      deprecated: field(flag, 'True where clients should no longer rely on it.'),
      style: field(oneOf('simple'), 'How the value is written.'),
      explode: field(flag, 'True where members of an object are written as name and value.'),
      schema: field(orReference('schema'), 'What the value looks like.'),
      ...examples,
      content: field(content, 'In place of `schema`: the one media type that the value is written in.'),
    },
    needsOneOf: [['schema', 'content']],
    excludes: [
      ['schema', 'content'],
      ['example', 'examples'],
    ],
  },
  example: {
    title: 'Example Object',
    anchor: 'example-object',
    about: 'A value as it may look, with what it shows.',
    isExtensible: true,
    fields: {
      summary: field(text, 'What it shows, in short.'),
      description: field(markdown, 'What it shows, in CommonMark.'),
      value: field(any, 'The value itself.'),
      externalValue: field(url, 'Where the value is, when it cannot be written here.'),
    },
    excludes: [['value', 'externalValue']],
  },
} satisfies ObjectTable;
