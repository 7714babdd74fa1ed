import { effectiveHeaders } from '#core/openapi/effective/effective.ts';
import { segmentsOf } from '#core/openapi/effective/path-template.ts';
import type { Operation, Response } from '#core/openapi/model.ts';
import { globalRule, type Scope } from '#core/rule.ts';
import { wordsOf } from '#core/text/casing.ts';
import { entriesOf } from '#core/tree/tree.ts';
import { statusCodes } from '#rules/checklist.ts';
import {
  type HeaderFact,
  headerFact,
  headerFindings,
  responsesUnder,
  type WantedHeader,
} from '#rules/detectors/openapi/header-gap.ts';
import { tellsIdentity } from '#rules/detectors/openapi/tells-identity.ts';
import { aip, azure, rfc, zalando } from '#rules/sources.ts';
import { forgottenWords } from '#rules/words/forgotten-work.ts';

export const acceptedStatusLink = globalRule({
  id: 'openapi/accepted-status-link',
  summary: 'Say with 202 where the state of the work can be asked for.',
  why: '202 only says that the work was taken on. A caller that is not told where to look never learns whether it was done, and sends it again.',
  item: statusCodes,
  references: [rfc(9110, '15.3.3'), azure('lro-returns-operation-location'), zalando(253), aip(151)],
  severity: 'warning',
  recommended: false,
  examples: [
    {
      title: 'Work that is taken on and never heard of again',
      bad: `openapi: 3.1.0
paths:
  /reports:
    post:
      summary: Make a report
      responses:
        «'202'»:
          description: The report is being made.
`,
      good: `openapi: 3.1.0
paths:
  /reports:
    post:
      summary: Make a report
      responses:
        '202':
          description: The report is being made.
          headers:
            Location:
              description: Where the state of the work can be asked for.
              schema:
                type: string
                format: uri-reference
`,
    },
  ],
  on: ['openapi.operation'],
  *gather(operation, scope): Iterable<HeaderFact> {
    if (operation.origin !== 'path' || isForgotten(operation)) return;
    for (const seen of responsesUnder(operation, (status) => status === '202', scope)) {
      const isSaid = namesPlace(seen.response, scope) || isReadHere(operation) || tellsIdentity(seen.response, scope);
      yield headerFact(seen, wanted, { isSaid, remedy: 'Say where its state can be asked for.' }, scope);
    }
  },
  compare: (facts) => headerFindings(facts, wanted),
});

/** The resource that is changed shows how far it is. */
function isReadHere({ method, pathItem }: Operation): boolean {
  return method !== 'post' && pathItem.operations.some((other) => other.method === 'get');
}

function namesPlace(response: Response, scope: Scope): boolean {
  const headers = effectiveHeaders(response, scope);
  return headers === undefined || headers.some(({ name }) => /(?:location|link|url|-id)$/i.test(name.value));
}

/** Nobody asks what became of an event, a ping or a log line; nor of what says that it is forgotten. */
function isForgotten({ path, tags, tree, description }: Operation): boolean {
  const keys = entriesOf(tree).map(({ key }) => key.value);
  if (keys.includes('x-fire-and-forget') || tags.some(({ value }) => /fire[-_ ]and[-_ ]forget/i.test(value)))
    return true;
  if (/\bfire[- ]and[- ]forget\b/i.test(description?.value ?? '')) return true;
  return segmentsOf(path).some((segment) => wordsOf(segment).some((word) => forgottenWords.has(word)));
}

const wanted: WantedHeader = {
  name: 'Location',
  component: 'StatusLocation',
  value: {
    description: 'Where the state of the work can be asked for.',
    schema: { type: 'string', format: 'uri-reference' },
  },
  several: (count) => `${count} responses with 202 do not say where the state of the work can be asked for.`,
};
