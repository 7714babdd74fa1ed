import type { Response } from '#core/openapi/model.ts';
import { globalRule } from '#core/rule.ts';
import { rateLimits } from '#rules/checklist.ts';
import { type HeaderFact, headerFact, headerFindings, type WantedHeader } from '#rules/detectors/openapi/header-gap.ts';
import { isOfQuantity } from '#rules/detectors/openapi/rate-limit.ts';
import { responsesUnder } from '#rules/detectors/openapi/seen-response.ts';
import { retryAfter } from '#rules/fixes/openapi/header-value.ts';
import { rfc, zalando } from '#rules/sources.ts';

export const rateLimitRetryAfter = globalRule({
  id: 'openapi/rate-limit-retry-after',
  summary: 'Return Retry-After with 429.',
  why: 'A client that is not told how long to wait tries again at once, and the limit that was to protect the server makes the load worse.',
  item: rateLimits,
  references: [rfc(6585, '4'), rfc(9110, '10.2.3'), zalando(153)],
  severity: 'warning',
  recommended: true,
  examples: [
    {
      title: 'A 429 of one operation',
      bad: `openapi: 3.1.0
paths:
  /orders:
    get:
      responses:
        '200': { description: The orders. }
        «'429'»:
          description: Too many requests.
`,
      good: `openapi: 3.1.0
paths:
  /orders:
    get:
      responses:
        '200': { description: The orders. }
        '429':
          description: Too many requests.
          headers:
            Retry-After:
              description: Seconds to wait before the next request (RFC 9110 §10.2.3).
              schema:
                type: integer
                minimum: 0
`,
    },
    {
      title: 'A shared response with headers of its own',
      bad: `swagger: '2.0'
responses:
  «TooManyRequests»:
    description: Too many requests.
    headers:
      X-RateLimit-Reset:
        type: integer
paths:
  /orders:
    get:
      responses:
        200: { description: The orders. }
        429: { $ref: '#/responses/TooManyRequests' }
`,
      good: `swagger: '2.0'
responses:
  TooManyRequests:
    description: Too many requests.
    headers:
      X-RateLimit-Reset:
        type: integer
      Retry-After:
        description: Seconds to wait before the next request (RFC 9110 §10.2.3).
        type: integer
        minimum: 0
paths:
  /orders:
    get:
      responses:
        200: { description: The orders. }
        429: { $ref: '#/responses/TooManyRequests' }
`,
    },
  ],
  on: ['openapi.operation'],
  *gather(operation, scope): Iterable<HeaderFact> {
    for (const seen of responsesUnder(operation, (status) => status === '429', scope)) {
      const text = seen.response.description?.value ?? '';
      const isSaid = /retry[-_ ]?after/i.test(text) || isOfQuantity(text);
      yield headerFact(seen, wanted, { isSaid, instead: insteadOf(seen.response) }, scope);
    }
  },
  compare: (facts) => headerFindings(facts, wanted),
});

const wanted: WantedHeader = {
  name: 'Retry-After',
  value: retryAfter,
  several: (count) => `${count} 429 responses document no Retry-After header.`,
};

function insteadOf({ headers }: Response): string {
  const other = headers.find(({ name }) => /^(?:x-)?rate-?limit.*(?:reset|retry)/i.test(name.value));
  return other === undefined ? '' : `, only ${other.name.value}, which few clients know`;
}
