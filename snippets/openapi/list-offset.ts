import { collectionPath, itemSchema, listItems } from '#snippets/openapi/resource.ts';
import type { OpenApiPattern } from '#snippets/pattern.ts';
import { placeholders } from '#snippets/placeholders.ts';

const { pluralWords, singular } = placeholders;

const list = listItems({
  description: 'For lists that stay small or rarely change: a deep offset is slow, and rows shift between pages.',
  parameters: [
    {
      name: 'offset',
      in: 'query',
      description: `How many ${pluralWords} to pass over.`,
      schema: { type: 'integer', format: 'int32', minimum: 0, maximum: 10000, default: 0 },
      example: 0,
    },
  ],
  required: ['limit', 'offset', 'hasMore'],
  page: {
    total: {
      type: 'integer',
      format: 'int64',
      minimum: 0,
      description: `How many ${pluralWords} there are; only where counting them is cheap.`,
    },
    limit: { type: 'integer', format: 'int32', minimum: 1, maximum: 100 },
    offset: { type: 'integer', format: 'int32', minimum: 0 },
    hasMore: { type: 'boolean', description: `Whether there are more ${pluralWords}.` },
  },
  example: { total: 1, limit: 20, offset: 0, hasMore: false },
});

export const listOffset: OpenApiPattern = {
  language: 'openapi',
  id: 'oas-list-offset',
  title: 'List, paginated by offset',
  keywords: ['pagination', 'paging', 'page', 'limit', 'skip', 'total', 'collection', 'GET'],
  description: 'A GET with limit and offset, and a page with total (only if it is cheap), limit, offset and hasMore.',
  components: { schemas: { [singular]: itemSchema } },
  contributions: [{ context: 'path item', body: { get: list } }],
  insertion: { kind: 'paths', parts: [{ path: collectionPath, operations: { get: list }, pagesBy: 'offset' }] },
};
