import { type Cause, type Finding, globalRule } from '#core/rule.ts';
import { findEntry, findValue } from '#core/tree/tree.ts';
import { requestContents } from '#rules/checklist.ts';
import { type LimitDraft, type LimitFact, limitFact, withoutLimit } from '#rules/detectors/openapi/input-limits.ts';
import { soleType } from '#rules/detectors/openapi/schema-types.ts';
import { limitedSize } from '#rules/fixes/openapi/limited.ts';
import { aip, jsonSchema, owasp } from '#rules/sources.ts';

export const arraySizeLimited = globalRule({
  id: 'openapi/array-size-limited',
  summary: 'Limit the size of arrays in requests.',
  why: 'Each item is a row that is checked, written and answered for. A list without end lets one request do the work of a million.',
  item: requestContents,
  references: [owasp(4), aip(233), jsonSchema('6.4.1')],
  severity: 'info',
  recommended: false,
  options: {
    maximum: { default: 100, description: 'The number of items that the fix allows.' },
  },
  examples: [
    {
      title: 'A list',
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
        «tags»:
          type: array
          items: { type: string }
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
        tags:
          type: array
          items: { type: string }
          maxItems: 100
`,
    },
  ],
  on: ['openapi.schema'],
  needs: ['usage'],
  having: ['type'],
  gather(schema) {
    // A body that is a list is a request for many things at once, which another rule bounds.
    if (soleType(schema) !== 'array' || schema.role === 'media-type') return none;
    // Of a list of values each can be there once.
    const isChoice =
      findEntry(findValue(schema.tree, 'items'), 'enum') !== undefined &&
      findEntry(schema.tree, 'uniqueItems') !== undefined;
    return isChoice ? none : withoutLimit(schema, limits);
  },
  complete: (draft, usages) => limitFact(draft, usages),
  *compare(facts, { maximum }) {
    for (const { section, value } of facts) yield { section, value: endless(value, maximum) };
  },
});

const none: readonly LimitDraft[] = [];
const limits = ['maxItems', 'enum', 'const'];

function endless(fact: LimitFact, most: number): Finding {
  return {
    span: fact.span,
    message: `Requests may hold any number of items in ${fact.place}: set \`maxItems\`.`,
    fixes: [limitedSize(fact, 'maxItems', most, 'items')],
    cause,
  };
}

const cause: Cause = {
  key: 'arrays',
  message: (count) => `${count} arrays in requests may hold any number of items: set \`maxItems\`.`,
  fixTitle: (count) => `Set the maximum number of items of ${count} arrays`,
};
