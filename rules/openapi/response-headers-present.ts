import { globalRule } from '#core/rule.ts';
import { statusCodes } from '#rules/checklist.ts';
import {
  type HeaderFact,
  headerFact,
  headerFindings,
  responsesUnder,
  type WantedHeader,
} from '#rules/detectors/openapi/header-gap.ts';
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
    for (const { status, name } of headers.map(wishOf)) {
      for (const seen of responsesUnder(operation, (code) => fits(code, status), scope))
        yield headerFact(seen, { name }, { isSaid: false }, scope);
    }
  },
  *compare(facts) {
    const [first] = facts;
    if (first !== undefined) yield* headerFindings(facts, wanted(first.value.key));
  },
});

interface HeaderWish {
  /** A code, a range, `DEFAULT`; empty for all. */
  readonly status: string;
  readonly name: string;
}

/** `2XX X-Request-Id` */
function wishOf(text: string): HeaderWish {
  const [last = '', status = ''] = text.trim().split(/\s+/).toReversed();
  return { status: status.toUpperCase(), name: last };
}

/** Of what is not known nothing is missing. */
function fits(code: string, status: string): boolean {
  if (code === '*') return false;
  return status === '' || code.toUpperCase() === status || `${code.charAt(0)}XX` === status;
}

function wanted(name: string): WantedHeader {
  return {
    name,
    value: { description: `${name} of the response.`, schema: { type: 'string' } },
    several: (count) => `${count} responses document no ${name} header.`,
  };
}
