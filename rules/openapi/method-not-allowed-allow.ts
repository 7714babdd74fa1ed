import { globalRule } from '#core/rule.ts';
import { statusCodes } from '#rules/checklist.ts';
import { type HeaderFact, headerFact, headerFindings, type WantedHeader } from '#rules/detectors/openapi/header-gap.ts';
import { responsesUnder } from '#rules/detectors/openapi/seen-response.ts';
import { rfc } from '#rules/sources.ts';

export const methodNotAllowedAllow = globalRule({
  id: 'openapi/method-not-allowed-allow',
  summary: 'Document the Allow header of a 405.',
  why: 'A server that answers 405 has to say which methods it takes. A caller that is told can use one of them.',
  item: statusCodes,
  references: [rfc(9110, '15.5.6'), rfc(9110, '10.2.1')],
  severity: 'info',
  recommended: false,
  examples: [
    {
      title: 'A 405 that does not say what is allowed',
      bad: `openapi: 3.1.0
paths:
  /orders:
    get:
      responses:
        '200': { description: The orders. }
        «'405'»:
          description: Orders are only read here.
`,
      good: `openapi: 3.1.0
paths:
  /orders:
    get:
      responses:
        '200': { description: The orders. }
        '405':
          description: Orders are only read here.
          headers:
            Allow:
              description: The methods that the resource takes (RFC 9110 §10.2.1).
              schema:
                type: string
`,
    },
  ],
  on: ['openapi.operation'],
  *gather(operation, scope): Iterable<HeaderFact> {
    for (const seen of responsesUnder(operation, (status) => status === '405', scope)) {
      const text = seen.response.description?.value ?? '';
      // Some answer it to what is not valid: that is another status, not another header.
      const isSaid = /\ballow(?:ed)? (?:header|methods)\b|\binvalid\b|\bvalidation\b/i.test(text);
      yield headerFact(seen, wanted, { isSaid }, scope);
    }
  },
  compare: (facts) => headerFindings(facts, wanted),
});

const wanted: WantedHeader = {
  name: 'Allow',
  value: { description: 'The methods that the resource takes (RFC 9110 §10.2.1).', schema: { type: 'string' } },
  several: (count) => `${count} 405 responses document no Allow header.`,
};
