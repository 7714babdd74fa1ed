import { componentReference, problems } from '#snippets/openapi/shared-components.ts';
import type { OperationChange, Values } from '#snippets/pattern.ts';

/** The `ETag` header of a response. */
export const etagHeader: Values = { ETag: componentReference('headers', 'ETag') };

/** PUT, PATCH and DELETE take `If-Match`, so that no update is lost (RFC 9110 §13.1.1). */
export const guardedReplacement: OperationChange = {
  methods: ['put', 'patch'],
  parameters: [componentReference('parameters', 'IfMatch')],
  responses: problems('412', '428'),
  successHeaders: etagHeader,
};

export const guardedDeletion: OperationChange = {
  methods: ['delete'],
  parameters: [componentReference('parameters', 'IfMatch')],
  responses: problems('412', '428'),
};
