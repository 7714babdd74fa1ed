import type { PlainValue } from '#core/tree/tree.ts';
import { componentReference, problems } from '#snippets/openapi/shared-components.ts';
import type { Values } from '#snippets/pattern.ts';
import { placeholders } from '#snippets/placeholders.ts';

const { collection, plural, singular, variable, words, pluralWords } = placeholders;

export const collectionPath = `/${collection}`;
export const itemPath = `/${collection}/{${variable}Id}`;

/** What one resource is referred to by; stays a name to fill in where a snippet is contributed. */
export const itemReference: Values = componentReference('schemas', singular);

const timestamp = { type: 'string', format: 'date-time', readOnly: true };
const timestamps = { createdAt: '2026-01-15T09:30:00Z', updatedAt: '2026-01-15T09:30:00Z' };

export const itemExample: Values = { id: '0190f5a4-7c1e-7a35-9d5b-3c1b2f6f9a10', name: 'Example', ...timestamps };

/** A resource to start from, with what the server sets marked `readOnly`. */
export const itemSchema: Values = {
  type: 'object',
  required: ['id', 'name', 'createdAt', 'updatedAt'],
  properties: {
    id: { type: 'string', format: 'uuid', readOnly: true },
    name: { type: 'string', minLength: 1, maxLength: 120 },
    createdAt: timestamp,
    updatedAt: timestamp,
  },
};

/** A `content` map with one media type. */
export function content(mediaType: string, schema: PlainValue, example?: PlainValue): Values {
  return { [mediaType]: { schema, ...(example === undefined ? {} : { example }) } };
}

/** A response or request body in JSON. */
export function json(description: string, schema: PlainValue, example: PlainValue): Values {
  return { description, content: content('application/json', schema, example) };
}

export const itemResponse: Values = json(`The ${words}.`, itemReference, itemExample);

export const readItem: Values = {
  operationId: `get${singular}`,
  summary: `Read one ${words}`,
  responses: { '200': itemResponse, ...problems('400', '401', '404', '429', 'default') },
};

export const replaceItem: Values = {
  operationId: `replace${singular}`,
  summary: `Replace one ${words}`,
  requestBody: { required: true, content: content('application/json', itemReference, { name: 'Example' }) },
  responses: { '200': itemResponse, ...problems('400', '401', '404', '422', '429', 'default') },
};

export const createdResponse: Values = {
  description: `The new ${words}.`,
  headers: { Location: componentReference('headers', 'Location') },
  content: content('application/json', itemReference, itemExample),
};

export const createItem: Values = {
  operationId: `create${singular}`,
  summary: `Create one ${words}`,
  requestBody: { required: true, content: content('application/json', itemReference, { name: 'Example' }) },
  responses: { '201': createdResponse, ...problems('400', '401', '409', '422', '429', 'default') },
};

export const limitParameter: Values = {
  name: 'limit',
  in: 'query',
  description: `How many ${pluralWords} to return at most.`,
  schema: { type: 'integer', format: 'int32', minimum: 1, maximum: 100, default: 20 },
  example: 20,
};

/** A GET that lists the resource; `page` are the properties beside `data`. */
export function listItems(paging: {
  readonly description: string;
  readonly parameters: readonly Values[];
  readonly required: readonly string[];
  readonly page: Values;
  readonly example: Values;
}): Values {
  const schema = {
    type: 'object',
    required: ['data', ...paging.required],
    properties: { data: { type: 'array', maxItems: 100, items: itemReference }, ...paging.page },
  };
  const example = { data: [itemExample], ...paging.example };
  return {
    operationId: `list${plural}`,
    summary: `List ${pluralWords}`,
    description: paging.description,
    parameters: [limitParameter, ...paging.parameters],
    responses: {
      '200': json(`A page of ${pluralWords}.`, schema, example),
      ...problems('400', '401', '429', 'default'),
    },
  };
}
