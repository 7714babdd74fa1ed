import { entriesOf, type TreeNode } from '#core/tree/tree.ts';

/** True where all that a value says stands in it: no `$ref` leads out of it, to what may have changed while it did not. */
export function isClosed(tree: TreeNode): boolean {
  const known = closed.get(tree);
  if (known !== undefined) return known;
  const isAll =
    tree.kind === 'list'
      ? tree.items.every(isClosed)
      : entriesOf(tree).every(({ key, value }) => key.value !== '$ref' && (value === undefined || isClosed(value)));
  closed.set(tree, isAll);
  return isAll;
}

const closed = new WeakMap<TreeNode, boolean>();
