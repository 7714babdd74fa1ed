import { readItem, replaceItem } from '#snippets/openapi/resource.ts';
import { withChange } from '#snippets/openapi/with-change.ts';
import { etagHeader, guardedDeletion, guardedReplacement } from '#snippets/openapi/write-guard.ts';
import type { OpenApiPattern, OperationChange } from '#snippets/pattern.ts';

const taggedRead: OperationChange = { methods: ['get'], successHeaders: etagHeader };

export const etagIfMatch: OpenApiPattern = {
  language: 'openapi',
  id: 'oas-etag-if-match',
  title: 'Guard against lost updates',
  keywords: ['optimistic locking', 'concurrency', 'ETag', '412', '428', 'version', 'conflict'],
  description: 'ETag on what is read, If-Match on what writes, 412 when the version is an old one, 428 without it.',
  contributions: [
    {
      context: 'path item',
      body: { get: withChange(readItem, taggedRead), put: withChange(replaceItem, guardedReplacement) },
    },
  ],
  insertion: {
    kind: 'operations',
    reach: 'path item',
    methods: ['put', 'patch', 'delete'],
    changes: [taggedRead, guardedReplacement, guardedDeletion],
    place: 'a path with a PUT, PATCH or DELETE operation',
  },
};
