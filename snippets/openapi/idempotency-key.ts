import { createItem } from '#snippets/openapi/resource.ts';
import { componentReference, problems } from '#snippets/openapi/shared-components.ts';
import { withChange } from '#snippets/openapi/with-change.ts';
import type { OpenApiPattern, OperationChange } from '#snippets/pattern.ts';

const change: OperationChange = {
  methods: ['post', 'patch'],
  parameters: [componentReference('parameters', 'IdempotencyKey')],
  responses: problems('409', '422'),
};

export const idempotencyKey: OpenApiPattern = {
  language: 'openapi',
  id: 'oas-idempotency-key',
  title: 'Idempotency key',
  keywords: ['idempotency', 'retry', 'duplicate', 'POST'],
  description:
    'The Idempotency-Key header (a draft), with 409 while the first request runs and 422 for a key used otherwise.',
  contributions: [{ context: 'path item', body: { post: withChange(createItem, change) } }],
  insertion: {
    kind: 'operations',
    reach: 'operation',
    methods: ['post', 'patch'],
    changes: [change],
    place: 'a POST or PATCH operation',
  },
};
