import { descend, type Place } from '#core/openapi/place.ts';
import { entriesOf, findString, itemsOf, type TreeNode } from '#core/tree/tree.ts';

/**
 * The first map below (or at) a place that declares `$anchor` or `$dynamicAnchor` with this name (JSON Schema 2020-12 §8.2.2), or
 * an `$id` of this fragment alone, as drafts 4 to 7 do.
 */
export function findAnchor(root: Place, name: string): Place | undefined {
  const steps = anchorSteps(root.tree, name);
  return steps && descend(root, steps);
}

const anchorKeys = ['$anchor', '$dynamicAnchor'];
const idKeys = ['$id', 'id'];

function anchorSteps(tree: TreeNode, name: string): readonly string[] | undefined {
  if (anchorKeys.some((key) => findString(tree, key)?.value === name)) return [];
  if (idKeys.some((key) => findString(tree, key)?.value === `#${name}`)) return [];
  for (const [step, child] of childrenOf(tree)) {
    const found = child && child.kind !== 'scalar' ? anchorSteps(child, name) : undefined;
    if (found) return [step, ...found];
  }
  return undefined;
}

function childrenOf(tree: TreeNode): readonly (readonly [string, TreeNode | undefined])[] {
  if (tree.kind === 'list') return itemsOf(tree).map((item, index) => [String(index), item] as const);
  return entriesOf(tree).map(({ key, value }) => [key.value, value] as const);
}
