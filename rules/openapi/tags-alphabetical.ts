import { type Fix, localRule } from '#core/rule.ts';
import type { TreeSection } from '#core/tree/section.ts';
import { findEntry, findString, itemsOf, type TreeNode, toPlainValue } from '#core/tree/tree.ts';
import { documentationFormats } from '#rules/checklist.ts';
import { openApi } from '#rules/sources.ts';

export const tagsAlphabetical = localRule({
  id: 'openapi/tags-alphabetical',
  summary: 'List tags in the order of the alphabet.',
  why: 'In a long list a name is found where the alphabet puts it, and two people who add one do not add it twice.',
  item: documentationFormats,
  references: [openApi('OpenAPI Object', 'openapi-object')],
  severity: 'info',
  recommended: false,
  examples: [
    {
      title: 'A tag that was added at the end',
      bad: `openapi: 3.1.0
tags:
  - name: orders
  - name: returns
  - name: «customers»
    description: Those who buy.
`,
      good: `openapi: 3.1.0
tags:
  - name: customers
    description: Those who buy.
  - name: orders
  - name: returns
`,
    },
  ],
  on: ['openapi.written'],
  *check({ section, context }) {
    const list = section.uri === context.rootUri ? tagsIn(section) : undefined;
    const items = itemsOf(list);
    const names = items.map((item) => findString(item, 'name'));
    const known = names.filter((name) => name !== undefined);
    if (known.length < items.length) return;
    const at = known.findIndex(({ value }, index) => index > 0 && isBefore(value, known[index - 1]?.value ?? ''));
    const late = known[at];
    if (late === undefined) return;
    const message = `The tag “${late.value}” stands behind “${known[at - 1]?.value}”. Sort the list.`;
    yield { span: late.span, message, fixes: section.text.includes('#') ? [] : [sort(section.uri, items)] };
  },
});

function tagsIn({ pointer, tree }: TreeSection): TreeNode | undefined {
  if (pointer.length === 1) return pointer[0] === 'tags' ? tree : undefined;
  return pointer.length === 0 ? findEntry(tree, 'tags')?.value : undefined;
}

/** Letters count, whatever their case. */
function isBefore(a: string, b: string): boolean {
  return a.toLowerCase() < b.toLowerCase();
}

/** Comments would be lost: it is offered only where there are none. */
function sort(uri: string, items: readonly TreeNode[]): Fix {
  const nameOf = (item: TreeNode): string => findString(item, 'name')?.value ?? '';
  const sorted = [...items].sort(
    (a, b) => Number(isBefore(nameOf(b), nameOf(a))) - Number(isBefore(nameOf(a), nameOf(b))),
  );
  const change = { kind: 'set', uri, pointer: ['tags'], value: sorted.map(toPlainValue) } as const;
  return { title: 'Sort the tags', safety: 'review', changes: [change] };
}
