import type { Operation, Response } from '#core/openapi/model.ts';
import { globalRule } from '#core/rule.ts';
import { statusCodes } from '#rules/checklist.ts';
import { type HeaderFact, headerFact, headerFindings, type WantedHeader } from '#rules/detectors/openapi/header-gap.ts';
import { responsesUnder } from '#rules/detectors/openapi/seen-response.ts';
import { tellsIdentity } from '#rules/detectors/openapi/tells-identity.ts';
import { rfc, zalando } from '#rules/sources.ts';

export const createdLocation = globalRule({
  id: 'openapi/created-location',
  summary: 'Say with 201 where the new resource is.',
  why: 'Whoever has created something wants to read it next. Without Location, or an id in the body, nobody knows what it is called.',
  item: statusCodes,
  references: [rfc(9110, '15.3.2'), zalando(148)],
  severity: 'info',
  recommended: false,
  options: {
    bodyIsEnough: {
      default: true,
      description: 'Take it as said where the body of the 201 has an id or a link.',
    },
  },
  examples: [
    {
      title: 'Created, and nobody knows what',
      bad: `openapi: 3.1.0
paths:
  /orders:
    post:
      responses:
        «'201'»:
          description: The order is placed.
`,
      good: `openapi: 3.1.0
paths:
  /orders:
    post:
      responses:
        '201':
          description: The order is placed.
          headers:
            Location:
              description: The address of the new resource (RFC 9110 §15.3.2).
              schema:
                type: string
                format: uri-reference
`,
    },
  ],
  on: ['openapi.operation'],
  *gather(operation, scope, { bodyIsEnough }): Iterable<HeaderFact> {
    // Who puts a resource at an address knows it.
    if (operation.method !== 'post' || operation.origin !== 'path') return;
    for (const seen of responsesUnder(operation, (status) => status === '201', scope)) {
      const isSaid = saysWhere(operation, seen.response) || (bodyIsEnough && tellsIdentity(seen.response, scope));
      yield headerFact(seen, wanted, { isSaid, remedy: 'Say where the new resource is.' }, scope);
    }
  },
  compare: (facts) => headerFindings(facts, wanted),
});

/** Another header, or a text; a path that ends in the name of the new resource tells it itself. */
function saysWhere({ path }: Operation, { headers, description }: Response): boolean {
  const isNamed = headers.some(({ name }) => /^(?:content-location|operation-location|link)$/i.test(name.value));
  return isNamed || path.endsWith('}') || /\blocation header\b/i.test(description?.value ?? '');
}

const wanted: WantedHeader = {
  name: 'Location',
  component: 'CreatedLocation',
  value: {
    description: 'The address of the new resource (RFC 9110 §15.3.2).',
    schema: { type: 'string', format: 'uri-reference' },
  },
  several: (count) => `${count} responses with 201 document no Location header. Say where the new resource is.`,
};
