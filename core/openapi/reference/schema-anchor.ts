import { descend, type Place } from '#core/openapi/place.ts';
import { childrenOf, findString, type TreeNode } from '#core/tree/tree.ts';

/**
 * The first map below (or at) a place that declares `$anchor` or `$dynamicAnchor` with this name (JSON Schema 2020-12 §8.2.2), or
 * an `$id` of this fragment alone, as drafts 4 to 7 do. One below another `$id` belongs to that; it counts where no other is called so.
 */
export function findAnchor(root: Place, name: string): Place | undefined {
  const steps = anchorSteps(root.tree, name, false) ?? anchorSteps(root.tree, name, true);
  return steps && descend(root, steps);
}

/** The same, but none below an `$id`: there a fragment of the file does not lead. */
export function findOuterAnchor(root: Place, name: string): Place | undefined {
  const steps = isResource(root.tree) ? undefined : anchorSteps(root.tree, name, false);
  return steps && descend(root, steps);
}

const anchorKeys = ['$anchor', '$dynamicAnchor'];
const idKeys = ['$id', 'id'];

function anchorSteps(tree: TreeNode, name: string, isDeep: boolean): readonly string[] | undefined {
  if (anchorKeys.some((key) => findString(tree, key)?.value === name)) return [];
  if (idKeys.some((key) => findString(tree, key)?.value === `#${name}`)) return [];
  for (const [step, child] of childrenOf(tree)) {
    if (child === undefined || child.kind === 'scalar' || (!isDeep && isResource(child))) continue;
    const found = anchorSteps(child, name, isDeep);
    if (found) return [step, ...found];
  }
  return undefined;
}

/** True for a schema with an `$id` that is more than a fragment. */
function isResource(tree: TreeNode): boolean {
  return findString(tree, '$id')?.value.startsWith('#') === false;
}
