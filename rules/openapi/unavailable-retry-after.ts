import { globalRule } from '#core/rule.ts';
import { statusCodes } from '#rules/checklist.ts';
import { type HeaderFact, headerFact, headerFindings, type WantedHeader } from '#rules/detectors/openapi/header-gap.ts';
import { isHealthCheck } from '#rules/detectors/openapi/health-check.ts';
import { responsesUnder } from '#rules/detectors/openapi/seen-response.ts';
import { retryAfter } from '#rules/fixes/openapi/header-value.ts';
import { rfc, zalando } from '#rules/sources.ts';

export const unavailableRetryAfter = globalRule({
  id: 'openapi/unavailable-retry-after',
  summary: 'Return Retry-After with 503.',
  why: 'A client that is not told how long to wait comes back at once, and keeps a server down that is just coming up again.',
  item: statusCodes,
  references: [rfc(9110, '15.6.4'), rfc(9110, '10.2.3'), zalando(150)],
  severity: 'info',
  recommended: false,
  examples: [
    {
      title: 'A 503 of one operation',
      bad: `openapi: 3.1.0
paths:
  /orders:
    get:
      responses:
        '200': { description: The orders. }
        «'503'»:
          description: The orders cannot be read for now.
`,
      good: `openapi: 3.1.0
paths:
  /orders:
    get:
      responses:
        '200': { description: The orders. }
        '503':
          description: The orders cannot be read for now.
          headers:
            Retry-After:
              description: Seconds to wait before the next request (RFC 9110 §10.2.3).
              schema:
                type: integer
                minimum: 0
`,
    },
  ],
  on: ['openapi.operation'],
  *gather(operation, scope): Iterable<HeaderFact> {
    // Of a probe it is the very answer, and nobody waits.
    if (isHealthCheck(operation.path)) return;
    for (const seen of responsesUnder(operation, (status) => status === '503', scope)) {
      const isSaid = /retry[-_ ]?after/i.test(seen.response.description?.value ?? '');
      yield headerFact(seen, wanted, { isSaid }, scope);
    }
  },
  compare: (facts) => headerFindings(facts, wanted),
});

const wanted: WantedHeader = {
  name: 'Retry-After',
  value: retryAfter,
  several: (count) => `${count} 503 responses document no Retry-After header.`,
};
