import type { Schema } from '#core/openapi/model.ts';
import { type Cause, type Finding, localRule } from '#core/rule.ts';
import { capitalised } from '#core/text/casing.ts';
import { findEntry, type ListNode } from '#core/tree/tree.ts';
import { documentationFormats } from '#rules/checklist.ts';
import { schemaTitle } from '#rules/schema-name.ts';
import { jsonSchema } from '#rules/sources.ts';

export const schemaTypeSingle = localRule({
  id: 'openapi/schema-type-single',
  summary: 'Give each value one type, null aside.',
  why: 'Clients in typed languages cannot hold a value that is a text today and a number tomorrow without looking at it each time.',
  item: documentationFormats,
  references: [jsonSchema('6.1.1')],
  severity: 'info',
  recommended: false,
  examples: [
    {
      title: 'A text or a number',
      bad: `openapi: 3.1.0
components:
  schemas:
    Amount:
      type: «[string, number, 'null']»
`,
      good: `openapi: 3.1.0
components:
  schemas:
    Amount:
      type: [string, 'null']
`,
    },
  ],
  on: ['openapi.schema'],
  having: ['type'],
  check(schema) {
    const list = findEntry(schema.tree, 'type')?.value;
    return list?.kind === 'list' ? several(schema, list) : none;
  },
});

const none: readonly Finding[] = [];

function several(schema: Schema, list: ListNode): readonly Finding[] {
  const types = list.items.flatMap((item) => (item.kind === 'scalar' ? [String(item.value)] : []));
  const kinds = new Set(types.filter((type) => type !== 'null'));
  // An integer is a number.
  if (kinds.has('number')) kinds.delete('integer');
  if (kinds.size < 2) return none;
  const message = `${capitalised(schemaTitle(schema))} may be ${[...kinds].join(' or ')}. Decide on one type.`;
  return [{ span: list.span, message, cause }];
}

const cause: Cause = {
  key: 'several',
  message: (count) => `${count} values may be of several types. Decide on one type for each.`,
};
