import { nearestName } from '#core/text/nearest-name.ts';
import { entriesOf, type TreeNode } from '#core/tree/tree.ts';

/** True where a map has no such field, and none whose name may be a slip of it: then something else is wrong. */
export function lacksField(tree: TreeNode, field: string): boolean {
  const wanted = [field];
  return entriesOf(tree).every(({ key }) => key.value !== field && nearestName(key.value, wanted) === undefined);
}
