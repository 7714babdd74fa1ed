import { problems } from '#snippets/openapi/shared-components.ts';
import type { OpenApiPattern } from '#snippets/pattern.ts';

export const tooManyRequests: OpenApiPattern = {
  language: 'openapi',
  id: 'oas-429',
  title: 'Rate limit response',
  keywords: ['rate limit', 'throttling', 'quota', 'too many requests', 'Retry-After', 'retry'],
  description: 'A 429 with Retry-After and the RateLimit fields, which are still a draft.',
  contributions: [{ context: 'responses', body: problems('429') }],
  insertion: {
    kind: 'operations',
    reach: 'operation',
    methods: ['get', 'put', 'post', 'delete', 'patch', 'query', 'other', 'head', 'options', 'trace'],
    changes: [
      {
        methods: ['get', 'put', 'post', 'delete', 'patch', 'query', 'other', 'head', 'options', 'trace'],
        responses: problems('429'),
      },
    ],
    place: 'an operation',
  },
};
