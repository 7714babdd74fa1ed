import type { Schema } from '#core/openapi/model.ts';
import { type Cause, type Finding, globalRule } from '#core/rule.ts';
import { wordsOf } from '#core/text/casing.ts';
import { findString } from '#core/tree/tree.ts';
import { requestContents } from '#rules/checklist.ts';
import { type LimitDraft, type LimitFact, limitFact, withoutLimit } from '#rules/detectors/openapi/input-limits.ts';
import { soleType } from '#rules/detectors/openapi/schema-types.ts';
import { limitedSize } from '#rules/fixes/openapi/limited.ts';
import { jsonSchema, owasp } from '#rules/sources.ts';
import { longFormats, longTexts, timeTexts } from '#rules/words/input-limits.ts';

export const stringLengthLimited = globalRule({
  id: 'openapi/string-length-limited',
  summary: 'Limit the length of strings in requests.',
  why: 'A string without end is read into memory, matched, stored and logged, and one client can send a gigabyte of it. A limit in the contract is checked before any code of yours runs.',
  item: requestContents,
  references: [owasp(4), jsonSchema('6.3.1')],
  severity: 'info',
  recommended: false,
  options: {
    maximum: { default: 255, description: 'The length that the fix allows.' },
    textMaximum: {
      default: 10_000,
      description: 'The length that the fix allows texts such as descriptions, addresses and keys.',
    },
  },
  examples: [
    {
      title: 'A code and a text',
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
        «code»:
          type: string
        «description»:
          type: string
        status:
          type: string
          enum: [open, closed]
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
        code:
          type: string
          maxLength: 255
        description:
          type: string
          maxLength: 10000
        status:
          type: string
          enum: [open, closed]
`,
    },
    {
      title: 'A parameter',
      bad: `swagger: '2.0'
paths:
  /orders:
    get:
      parameters:
        - name: «q»
          in: query
          type: string
`,
      good: `swagger: '2.0'
paths:
  /orders:
    get:
      parameters:
        - name: q
          in: query
          type: string
          maxLength: 255
`,
    },
  ],
  on: ['openapi.schema'],
  needs: ['usage'],
  having: ['type'],
  gather: (schema) => (isEndless(schema) ? withoutLimit(schema, limits) : none),
  complete(draft, usages) {
    const fact = limitFact(draft, usages);
    return fact === undefined || timeTexts.has(wordsOf(fact.name).at(-1) ?? '') ? undefined : fact;
  },
  *compare(facts, { maximum, textMaximum }) {
    for (const { section, value } of facts) {
      const isLong = longTexts.has(wordsOf(value.name).at(-1) ?? '');
      yield { section, value: endless(value, isLong ? textMaximum : maximum) };
    }
  },
});

const none: readonly LimitDraft[] = [];
const limits = ['maxLength', 'pattern', 'enum', 'const', 'contentEncoding', 'contentMediaType'];

/** A format that is not known to be of any length fixes it; files are limited elsewhere. */
function isEndless(schema: Schema): boolean {
  if (soleType(schema) !== 'string') return false;
  const format = findString(schema.tree, 'format')?.value;
  return format === undefined || longFormats.has(format);
}

function endless(fact: LimitFact, most: number): Finding {
  return {
    span: fact.span,
    message: `Requests may hold any length of ${fact.place}: set \`maxLength\`.`,
    fixes: [limitedSize(fact, 'maxLength', most, 'characters')],
    cause,
  };
}

const cause: Cause = {
  key: 'strings',
  message: (count) => `${count} strings in requests may be of any length: set \`maxLength\`.`,
  fixTitle: (count) => `Set the maximum length of ${count} strings`,
};
