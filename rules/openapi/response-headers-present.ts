import { globalRule } from '#core/rule.ts';
import { statusCodes } from '#rules/checklist.ts';
import { type HeaderFact, headerFact, headerFindings, type WantedHeader } from '#rules/detectors/openapi/header-gap.ts';
import { responsesUnder } from '#rules/detectors/openapi/seen-response.ts';
import { isWishedOf, statusWish } from '#rules/detectors/openapi/status-wish.ts';
import { rfc } from '#rules/sources.ts';

export const responseHeadersPresent = globalRule({
  id: 'openapi/response-headers-present',
  summary: 'Document the headers that a team has agreed on in its responses.',
  why: 'A request id, a cache rule or the state of a limit helps only where every response has it. What a team has agreed on is best asked for by a rule.',
  item: statusCodes,
  references: [rfc(9110, '6.3')],
  severity: 'warning',
  recommended: false,
  options: {
    headers: {
      default: [],
      description:
        'The headers, each with a code or range before it where it is not for all responses: `2XX X-Request-Id`.',
    },
  },
  examples: [
    {
      title: 'A request id in every success',
      bad: {
        'plumbline.yaml': `rules:
  openapi/response-headers-present:
    severity: warning
    headers: [2XX X-Request-Id]
`,
        'openapi.yaml': `openapi: 3.1.0
paths:
  /orders:
    get:
      responses:
        «'200'»:
          description: The orders.
        '400':
          description: The filter is wrong.
`,
      },
      good: {
        'plumbline.yaml': `rules:
  openapi/response-headers-present:
    severity: warning
    headers: [2XX X-Request-Id]
`,
        'openapi.yaml': `openapi: 3.1.0
paths:
  /orders:
    get:
      responses:
        '200':
          description: The orders.
          headers:
            X-Request-Id:
              description: X-Request-Id of the response.
              schema:
                type: string
        '400':
          description: The filter is wrong.
`,
      },
    },
  ],
  on: ['openapi.operation'],
  *gather(operation, scope, { headers }): Iterable<HeaderFact> {
    for (const wish of headers.map(statusWish)) {
      for (const seen of responsesUnder(operation, (code) => isWishedOf(code, wish), scope))
        yield headerFact(seen, wish, { isSaid: false }, scope);
    }
  },
  *compare(facts) {
    const [first] = facts;
    if (first !== undefined) yield* headerFindings(facts, wanted(first.value.key));
  },
});

function wanted(name: string): WantedHeader {
  return {
    name,
    value: { description: `${name} of the response.`, schema: { type: 'string' } },
    several: (count) => `${count} responses document no ${name} header.`,
  };
}
