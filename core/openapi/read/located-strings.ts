import type { Located } from '#core/text/span.ts';
import { itemsOf, type TreeNode } from '#core/tree/tree.ts';

/** The strings of a list, each with its place; items of other types are left out. */
export function locatedStrings(node: TreeNode | undefined): readonly Located<string>[] {
  return itemsOf(node).flatMap((item) =>
    item.kind === 'scalar' && typeof item.value === 'string' ? { value: item.value, span: item.span } : [],
  );
}
