import { readItem } from '#snippets/openapi/resource.ts';
import { componentReference } from '#snippets/openapi/shared-components.ts';
import { withChange } from '#snippets/openapi/with-change.ts';
import { etagHeader, guardedDeletion, guardedReplacement } from '#snippets/openapi/write-guard.ts';
import type { OpenApiPattern, OperationChange } from '#snippets/pattern.ts';

const cachedRead: OperationChange = {
  methods: ['get'],
  parameters: [componentReference('parameters', 'IfNoneMatch')],
  responses: { '304': componentReference('responses', 'NotModified') },
  successHeaders: {
    'Cache-Control': componentReference('headers', 'CacheControl'),
    ...etagHeader,
    Vary: {
      description: 'The request headers the answer depends on.',
      schema: { type: 'string' },
      example: 'Accept, Authorization',
    },
  },
};

export const cacheGet: OpenApiPattern = {
  language: 'openapi',
  id: 'oas-cache-get',
  title: 'Cached GET',
  keywords: ['caching', 'ETag', '304', 'Cache-Control', 'conditional'],
  description: 'Cache-Control, ETag and Vary, If-None-Match and 304; what writes at the same path takes If-Match.',
  contributions: [{ context: 'path item', body: { get: withChange(readItem, cachedRead) } }],
  insertion: {
    kind: 'operations',
    reach: 'path item',
    methods: ['get'],
    changes: [cachedRead, guardedReplacement, guardedDeletion],
    place: 'a path with a GET operation',
  },
};
