import { collectionPath, createdResponse, createItem, itemSchema } from '#snippets/openapi/resource.ts';
import { componentReference, problems } from '#snippets/openapi/shared-components.ts';
import type { OpenApiPattern } from '#snippets/pattern.ts';
import { placeholders } from '#snippets/placeholders.ts';

export const create201: OpenApiPattern = {
  language: 'openapi',
  id: 'oas-create-201',
  title: 'Creation answered with 201',
  keywords: ['create', 'POST', 'Location', 'insert'],
  description: 'A POST with 201, Location and the new resource, and its 400, 409 and 422.',
  components: { schemas: { [placeholders.singular]: itemSchema } },
  contributions: [{ context: 'path item', body: { post: createItem } }],
  insertion: {
    kind: 'paths',
    parts: [{ path: collectionPath, operations: { post: createItem } }],
    onOperation: {
      kind: 'operations',
      reach: 'operation',
      methods: ['post'],
      changes: [
        {
          methods: ['post'],
          renamedStatus: ['200', '201'],
          responses: { '201': createdResponse, ...problems('400', '409', '422') },
          successHeaders: { Location: componentReference('headers', 'Location') },
        },
      ],
      place: 'a POST operation, or a collection without one',
    },
  },
};
