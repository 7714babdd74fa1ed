import { pointerOf } from '#core/openapi/view.ts';
import { type Cause, type Finding, globalRule, type Keyed } from '#core/rule.ts';
import type { Span } from '#core/text/span.ts';
import { requestContents } from '#rules/checklist.ts';
import { type LimitDraft, withoutLimit } from '#rules/detectors/openapi/input-limits.ts';
import { isOpenBeyond, openKeyword } from '#rules/detectors/openapi/open-object.ts';
import { placeInWords } from '#rules/detectors/openapi/place-in-words.ts';
import { isSent } from '#rules/detectors/openapi/sent-schema.ts';
import { jsonSchemaCore, owasp } from '#rules/sources.ts';

export const requestObjectClosed = globalRule({
  id: 'openapi/request-object-closed',
  summary: 'Take only the properties that are described.',
  why: 'Where others are taken, too, clients get used to sending them, and code that copies the body into a row lets them set columns that were never meant to be theirs.',
  item: requestContents,
  references: [owasp(3), jsonSchemaCore('10.3.2.3')],
  severity: 'info',
  recommended: false,
  examples: [
    {
      title: 'A request that takes anything',
      bad: `openapi: 3.1.0
paths:
  /orders:
    post:
      requestBody:
        content:
          application/json:
            schema: { $ref: '#/components/schemas/NewOrder' }
components:
  schemas:
    NewOrder:
      type: object
      properties:
        note: { type: string }
      «additionalProperties»: true
`,
      good: `openapi: 3.1.0
paths:
  /orders:
    post:
      requestBody:
        content:
          application/json:
            schema: { $ref: '#/components/schemas/NewOrder' }
components:
  schemas:
    NewOrder:
      type: object
      properties:
        note: { type: string }
      additionalProperties: false
`,
    },
  ],
  on: ['openapi.schema'],
  needs: ['usage'],
  having: ['additionalProperties', 'unevaluatedProperties'],
  gather: (schema) => (isOpenBeyond(schema) ? withoutLimit(schema, limits) : none),
  complete({ key, schema }, usages): OpenFact | undefined {
    const open = openKeyword(schema);
    if (open === undefined || !isSent(schema, usages)) return undefined;
    const { section, location } = schema;
    const keyword = open.key.value;
    const pointer = [...pointerOf(location), keyword];
    return { key, span: open.key.span, keyword, place: placeInWords(schema).text, uri: section.uri, pointer };
  },
  *compare(facts) {
    for (const { section, value } of facts) yield { section, value: takesAll(value) };
  },
});

const none: readonly LimitDraft[] = [];
const limits = ['enum', 'const'];

interface OpenFact extends Keyed {
  readonly span: Span;
  readonly keyword: string;
  readonly place: string;
  readonly uri: string;
  readonly pointer: readonly string[];
}

function takesAll({ span, keyword, place, uri, pointer }: OpenFact): Finding {
  return {
    span,
    message: `Requests may add any property to ${place}: set \`${keyword}\` to false, or describe what is taken.`,
    fixes: [
      {
        title: `Take only the described properties of ${place}`,
        safety: 'review',
        changes: [{ kind: 'set', uri, pointer, value: false }],
      },
    ],
    cause,
  };
}

const cause: Cause = {
  key: 'open',
  message: (count) => `${count} objects in requests take any property beside those that are described.`,
  fixTitle: (count) => `Take only the described properties of ${count} objects`,
};
