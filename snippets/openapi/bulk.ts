import { collectionPath, content, itemReference, itemSchema, json } from '#snippets/openapi/resource.ts';
import { componentReference, problems } from '#snippets/openapi/shared-components.ts';
import type { OpenApiPattern, Values } from '#snippets/pattern.ts';
import { placeholders } from '#snippets/placeholders.ts';

const { plural, singular, pluralWords } = placeholders;
const path = `${collectionPath}/batch`;

const request = {
  type: 'object',
  required: ['items'],
  properties: { items: { type: 'array', minItems: 1, maxItems: 100, items: itemReference } },
};

const result = {
  type: 'object',
  required: ['results'],
  properties: {
    results: {
      type: 'array',
      maxItems: 100,
      items: {
        type: 'object',
        required: ['status'],
        properties: {
          id: { type: 'string', description: 'What was created; absent where it failed.' },
          status: { type: 'integer', format: 'int32', minimum: 100, maximum: 599, description: 'As if sent alone.' },
          problem: componentReference('schemas', 'Problem'),
        },
      },
    },
  },
};

const create: Values = {
  operationId: `create${plural}`,
  summary: `Create up to 100 ${pluralWords}`,
  description: 'Each succeeds or fails alone; the results stand in the order of the request.',
  requestBody: { required: true, content: content('application/json', request, { items: [{ name: 'Example' }] }) },
  responses: {
    '207': json('One result for each.', result, {
      results: [{ id: '0190f5a4-7c1e-7a35-9d5b-3c1b2f6f9a10', status: 201 }],
    }),
    ...problems('400', '401', '422', '429', 'default'),
  },
};

export const bulk: OpenApiPattern = {
  language: 'openapi',
  id: 'oas-bulk',
  title: 'Bulk creation',
  keywords: ['batch', '207', 'multi-status', 'import'],
  description: 'A POST of up to 100 at once, answered with 207 and one result for each.',
  components: { schemas: { [singular]: itemSchema } },
  contributions: [{ context: 'paths', body: { [path]: { post: create } } }],
  insertion: { kind: 'paths', parts: [{ path, operations: { post: create } }] },
};
