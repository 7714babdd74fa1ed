import { collectionPath, itemSchema, listItems } from '#snippets/openapi/resource.ts';
import type { OpenApiPattern } from '#snippets/pattern.ts';
import { placeholders } from '#snippets/placeholders.ts';

const { pluralWords, singular } = placeholders;

/** A GET of a page of the resource. */
export const listByCursor = listItems({
  description: `Newest first. Send nextCursor back as cursor to read on; without hasMore the list is at its end.`,
  parameters: [
    {
      name: 'cursor',
      in: 'query',
      description: 'The nextCursor of the page before; opaque to clients.',
      schema: { type: 'string', maxLength: 512 },
      example: 'eyJpZCI6IjQyIn0',
    },
  ],
  required: ['hasMore'],
  page: {
    nextCursor: { type: 'string', description: 'Where the next page begins; absent on the last one.' },
    hasMore: { type: 'boolean', description: `Whether there are more ${pluralWords}.` },
  },
  example: { nextCursor: 'eyJpZCI6IjQyIn0', hasMore: true },
});

export const listCursor: OpenApiPattern = {
  language: 'openapi',
  id: 'oas-list-cursor',
  title: 'List, paginated by cursor',
  keywords: ['pagination', 'paging', 'page', 'keyset', 'next', 'collection', 'GET'],
  description: 'A GET with limit and cursor, and a page with nextCursor and hasMore.',
  components: { schemas: { [singular]: itemSchema } },
  contributions: [{ context: 'path item', body: { get: listByCursor } }],
  insertion: { kind: 'paths', parts: [{ path: collectionPath, operations: { get: listByCursor }, pagesBy: 'cursor' }] },
};
