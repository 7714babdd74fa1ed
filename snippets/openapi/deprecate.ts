import { readItem } from '#snippets/openapi/resource.ts';
import { withChange } from '#snippets/openapi/with-change.ts';
import type { OpenApiPattern, OperationChange } from '#snippets/pattern.ts';

const methods = ['get', 'put', 'post', 'delete', 'patch', 'query', 'other', 'head', 'options', 'trace'] as const;

const change: OperationChange = {
  methods,
  fields: { deprecated: true, 'x-sunset': '2030-12-31' },
  successHeaders: {
    Deprecation: {
      description: 'Since when it is deprecated (RFC 9745).',
      schema: { type: 'string' },
      example: '@1893456000',
    },
    Sunset: {
      description: 'When it ends (RFC 8594).',
      schema: { type: 'string' },
      example: 'Tue, 31 Dec 2030 23:59:59 GMT',
    },
    Link: {
      description: 'Leads to what takes its place (RFC 8288).',
      schema: { type: 'string' },
      example: '</v2/items>; rel="successor-version"',
    },
  },
};

export const deprecate: OpenApiPattern = {
  language: 'openapi',
  id: 'oas-deprecate',
  title: 'Deprecated operation',
  description: 'deprecated, the date it ends, and the Deprecation, Sunset and Link headers that tell clients.',
  contributions: [{ context: 'path item', body: { get: withChange(readItem, change) } }],
  insertion: { kind: 'operations', reach: 'operation', methods, changes: [change], place: 'the operation that ends' },
};
