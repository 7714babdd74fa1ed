import { descend, type Place } from '#core/openapi/place.ts';
import { entriesOf, findString, itemsOf, type TreeNode } from '#core/tree/tree.ts';

/** The first map below (or at) a place that declares `$anchor` or `$dynamicAnchor` with this name. */
export function findAnchor(root: Place, name: string): Place | undefined {
  const steps = anchorSteps(root.tree, name);
  return steps && descend(root, steps);
}

function anchorSteps(tree: TreeNode, name: string): readonly string[] | undefined {
  const declared = findString(tree, '$anchor') ?? findString(tree, '$dynamicAnchor');
  if (declared?.value === name) return [];
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
