import type { Schema } from '#core/openapi/model.ts';
import { type Cause, type Finding, globalRule } from '#core/rule.ts';
import { requestContents } from '#rules/checklist.ts';
import { type LimitDraft, type LimitFact, limitFact, withoutLimit } from '#rules/detectors/openapi/input-limits.ts';
import { isOpenBeyond, openKeyword } from '#rules/detectors/openapi/open-object.ts';
import { limitedSize } from '#rules/fixes/openapi/limited.ts';
import { jsonSchema, owasp } from '#rules/sources.ts';

export const mapSizeLimited = globalRule({
  id: 'openapi/map-size-limited',
  summary: 'Limit the number of properties that requests may add.',
  why: 'In a map each key is the choice of the client. Without a limit one request fills memory, indexes and logs with keys that nobody asked for.',
  item: requestContents,
  references: [owasp(3), owasp(4), jsonSchema('6.5.1')],
  severity: 'info',
  recommended: false,
  options: {
    maximum: { default: 100, description: 'The number of properties that the fix allows.' },
  },
  examples: [
    {
      title: 'Labels',
      bad: `openapi: 3.1.0
paths:
  /orders:
    post:
      requestBody:
        content:
          application/json:
            schema: { $ref: '#/components/schemas/Order' }
components:
  schemas:
    Order:
      type: object
      properties:
        «labels»:
          type: object
          additionalProperties: { type: string }
`,
      good: `openapi: 3.1.0
paths:
  /orders:
    post:
      requestBody:
        content:
          application/json:
            schema: { $ref: '#/components/schemas/Order' }
components:
  schemas:
    Order:
      type: object
      properties:
        labels:
          type: object
          additionalProperties: { type: string }
          maxProperties: 100
`,
    },
  ],
  on: ['openapi.schema'],
  needs: ['usage'],
  having: ['additionalProperties', 'unevaluatedProperties'],
  gather: (schema) => (isMap(schema) ? withoutLimit(schema, limits) : none),
  complete: (draft, usages) => limitFact(draft, usages),
  *compare(facts, { maximum }) {
    for (const { section, value } of facts) yield { section, value: endless(value, maximum) };
  },
});

const none: readonly LimitDraft[] = [];
const limits = ['maxProperties', 'enum', 'const'];

/** What is open beside properties of its own is told of elsewhere. */
function isMap(schema: Schema): boolean {
  return openKeyword(schema) !== undefined && !isOpenBeyond(schema);
}

function endless(fact: LimitFact, most: number): Finding {
  return {
    span: fact.span,
    message: `Requests may add any number of properties to ${fact.place}: set \`maxProperties\`.`,
    fixes: [limitedSize(fact, 'maxProperties', most, 'properties')],
    cause,
  };
}

const cause: Cause = {
  key: 'maps',
  message: (count) => `${count} objects in requests may have any number of properties: set \`maxProperties\`.`,
  fixTitle: (count) => `Set the maximum number of properties of ${count} objects`,
};
