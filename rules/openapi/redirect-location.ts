import { globalRule } from '#core/rule.ts';
import { statusCodes } from '#rules/checklist.ts';
import { type HeaderFact, headerFact, headerFindings, type WantedHeader } from '#rules/detectors/openapi/header-gap.ts';
import { responsesUnder } from '#rules/detectors/openapi/seen-response.ts';
import { rfc } from '#rules/sources.ts';

export const redirectLocation = globalRule({
  id: 'openapi/redirect-location',
  summary: 'Document where a redirect leads.',
  why: 'A redirect without Location leads nowhere: clients that follow it on their own stop there, and generated ones do not know what to read.',
  item: statusCodes,
  references: [rfc(9110, '15.4'), rfc(9110, '10.2.2')],
  severity: 'warning',
  recommended: false,
  examples: [
    {
      title: 'A download that is elsewhere',
      bad: `openapi: 3.1.0
paths:
  /files/{id}/content:
    get:
      responses:
        «'302'»:
          description: The file is elsewhere.
`,
      good: `openapi: 3.1.0
paths:
  /files/{id}/content:
    get:
      responses:
        '302':
          description: The file is elsewhere.
          headers:
            Location:
              description: Where to go on (RFC 9110 §10.2.2).
              schema:
                type: string
                format: uri-reference
`,
    },
  ],
  on: ['openapi.operation'],
  *gather(operation, scope): Iterable<HeaderFact> {
    for (const seen of responsesUnder(operation, (status) => redirects.has(status), scope)) {
      const isSaid = /\blocation\b/i.test(seen.response.description?.value ?? '');
      yield headerFact(seen, wanted, { isSaid, remedy: 'Say where it leads.' }, scope);
    }
  },
  compare: (facts) => headerFindings(facts, wanted),
});

/** 300 and 304 lead to nothing that is named. */
const redirects: ReadonlySet<string> = new Set(['301', '302', '303', '307', '308']);

const wanted: WantedHeader = {
  name: 'Location',
  component: 'RedirectLocation',
  value: {
    description: 'Where to go on (RFC 9110 §10.2.2).',
    schema: { type: 'string', format: 'uri-reference' },
  },
  several: (count) => `${count} redirects document no Location header. Say where they lead.`,
};
