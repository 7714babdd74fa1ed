import type { Schema } from '#core/openapi/model.ts';
import { pointerOf } from '#core/openapi/view.ts';
import { type Cause, type Fix, localRule } from '#core/rule.ts';
import { findEntry, findNumber } from '#core/tree/tree.ts';
import { fieldTypes } from '#rules/checklist.ts';
import { namedTitle } from '#rules/detectors/openapi/schema-named.ts';
import { soleType } from '#rules/detectors/openapi/schema-types.ts';
import { isWrittenInPlace } from '#rules/detectors/openapi/written-in-place.ts';
import { isMoneyName } from '#rules/detectors/prisma/money-name.ts';
import { azure, rfc } from '#rules/sources.ts';
import { moneyWords } from '#rules/words/money.ts';

export const int64AsString = localRule({
  id: 'openapi/int64-as-string',
  summary: 'Send ids and amounts of 64 bits as strings.',
  why: 'JavaScript reads every JSON number into a double, which holds integers up to 2^53 only: larger ids come out changed, and lead to another resource.',
  item: fieldTypes,
  references: [azure('json-integer-values'), rfc(8259, '6')],
  severity: 'info',
  recommended: false,
  examples: [
    {
      title: 'An id of 64 bits',
      bad: `openapi: 3.1.0
components:
  schemas:
    Order:
      type: object
      properties:
        «id»:
          type: integer
          format: int64
`,
      good: `openapi: 3.1.0
components:
  schemas:
    Order:
      type: object
      properties:
        id:
          type: string
          format: int64
`,
    },
  ],
  on: ['openapi.schema'],
  having: ['format'],
  *check(node) {
    const { format, tree } = node;
    if (node.role !== 'property' || (format?.value !== 'int64' && format?.value !== 'uint64')) return;
    const name = node.name?.value ?? '';
    if (!/(?:^id|_id|Id|ID)$/.test(name) && !isMoneyName(name, moneyWords)) return;
    if (soleType(node) !== 'integer' || node.enum !== undefined) return;
    if ((findNumber(tree, 'maximum')?.value ?? Number.POSITIVE_INFINITY) <= Number.MAX_SAFE_INTEGER) return;
    yield {
      span: node.anchor,
      message: `${namedTitle(node)} is a JSON number of 64 bits. JavaScript rounds what is above 2^53: send a string, or say a maximum.`,
      fixes: asString(node, name),
      cause: numbers,
    };
  },
});

/** Values that are written beside would not fit. */
function asString(schema: Schema, name: string): readonly Fix[] {
  const { section, location, tree } = schema;
  const isShown = fitted.some((key) => findEntry(tree, key) !== undefined);
  if (isShown || !isWrittenInPlace(schema, 'type') || schema.types.length > 1) return [];
  const change = { kind: 'set', uri: section.uri, pointer: [...pointerOf(location), 'type'], value: 'string' } as const;
  return [{ title: `Make “${name}” a string`, safety: 'review', changes: [change] }];
}

const fitted = [
  'example',
  'examples',
  'default',
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'multipleOf',
];

const numbers: Cause = {
  key: 'int64',
  message: (count) =>
    `${count} ids and amounts are JSON numbers of 64 bits. JavaScript rounds what is above 2^53: send strings, or say a maximum.`,
};
