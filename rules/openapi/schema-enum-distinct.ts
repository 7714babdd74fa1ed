import type { Schema } from '#core/openapi/model.ts';
import { pointerOf } from '#core/openapi/view.ts';
import { type Finding, localRule } from '#core/rule.ts';
import { findValue, itemsOf, type ListNode, type TreeNode } from '#core/tree/tree.ts';
import { validity } from '#rules/checklist.ts';
import { comparableText } from '#rules/detectors/openapi/comparable-text.ts';
import { schemaTitle } from '#rules/schema-name.ts';
import { jsonSchema } from '#rules/sources.ts';

export const schemaEnumDistinct = localRule({
  id: 'openapi/schema-enum-distinct',
  summary: 'List every value of an enum once.',
  why: 'A value that stands twice is one too many or was meant to be another one. Generators make two constants of one name of it, and stop.',
  item: validity,
  references: [jsonSchema('6.1.2')],
  severity: 'warning',
  recommended: true,
  examples: [
    {
      title: 'A value that stands twice',
      bad: `openapi: 3.0.3
components:
  schemas:
    Status:
      type: string
      enum:
        - open
        - paid
        - «open»
`,
      good: `openapi: 3.0.3
components:
  schemas:
    Status:
      type: string
      enum:
        - open
        - paid
`,
    },
  ],
  on: ['openapi.schema'],
  having: ['enum'],
  check(schema) {
    const list = findValue(schema.tree, 'enum');
    return list?.kind === 'list' && list.items.length > 1 ? doubledValues(schema, list) : none;
  },
});

const none: readonly Finding[] = [];

function* doubledValues(schema: Schema, { items }: ListNode): Iterable<Finding> {
  const first = new Map<string, TreeNode>();
  let count = 0;
  for (const [index, item] of items.entries()) {
    const text = comparableText(item);
    const before = first.get(text);
    if (before === undefined) first.set(text, item);
    else yield doubled(schema, { item, index, before, isMendable: ++count <= mostMended });
  }
}

/** Nobody wrote more of them into one list: they are told, and left alone. */
const mostMended = 100;

interface Doubled {
  readonly item: TreeNode;
  readonly index: number;
  readonly before: TreeNode;
  readonly isMendable: boolean;
}

function doubled(schema: Schema, { item, index, before, isMendable }: Doubled): Finding {
  const { section, location } = schema;
  const shown = item.kind === 'scalar' ? `“${item.value}”` : 'the same value';
  const title = item.kind === 'scalar' ? `Remove the second “${item.value}”` : 'Remove the second of two equal values';
  const pointer = [...pointerOf(location), 'enum', String(index)];
  const change = { kind: 'remove', uri: section.uri, pointer } as const;
  return {
    span: item.span,
    message: `The enum of ${schemaTitle(schema)} lists ${shown} more than once.`,
    related: [{ section, span: before.span, message: 'The first one.' }],
    ...(isMendable && !isNumbered(schema) && { fixes: [{ title, safety: 'safe', changes: [change] }] }),
    cause: habit,
  };
}

const habit = {
  key: 'doubled',
  message: (count: number) => `${count} values of enums are listed a second time.`,
  fixTitle: (count: number) => `Remove ${count} values of enums that are listed a second time`,
};

/** True where an extension beside the enum tells of its values in the same order: it would have one too many. */
function isNumbered({ tree }: Schema): boolean {
  if (tree.kind !== 'map') return false;
  return tree.entries.some(({ key, value }) => key.value.startsWith('x-') && itemsOf(value).length > 1);
}
