import { descend } from '#core/openapi/place.ts';
import { splitReference } from '#core/openapi/reference/reference-target.ts';
import { resourceAround } from '#core/openapi/reference/schema-ids.ts';
import type { SchemaSite } from '#core/openapi/validate/schema-site.ts';
import type { Location } from '#core/openapi/view.ts';
import { entriesOf, findString, itemsOf, type TreeNode } from '#core/tree/tree.ts';

/**
 * The schema a `$dynamicRef` means (JSON Schema 2020-12 §8.2.3.2): what it leads to by itself or, where that is a `$dynamicAnchor`, the
 * one of this name in the outermost schema with an `$id` that is being looked at. `entered` are the places where such were entered, the
 * outermost first.
 */
export function dynamicTarget(text: string, target: SchemaSite, entered: readonly Location[]): SchemaSite {
  const { fragment } = splitReference(text);
  if (findString(target.tree, '$dynamicAnchor')?.value !== fragment) return target;
  for (const location of entered) {
    const root = resourceAround(location)?.root;
    const steps = root && stepsToAnchor(root.tree, fragment, true);
    const found = root && steps && descend(root, steps);
    if (found !== undefined) return found;
  }
  return target;
}

/** What declares another `$id` is a schema of its own. */
function stepsToAnchor(tree: TreeNode, name: string, isRoot: boolean): readonly string[] | undefined {
  if (!isRoot && findString(tree, '$id') !== undefined) return undefined;
  if (findString(tree, '$dynamicAnchor')?.value === name) return [];
  for (const [step, child] of childrenOf(tree)) {
    const found = child && child.kind !== 'scalar' ? stepsToAnchor(child, name, false) : undefined;
    if (found) return [step, ...found];
  }
  return undefined;
}

function childrenOf(tree: TreeNode): readonly (readonly [string, TreeNode | undefined])[] {
  if (tree.kind === 'list') return itemsOf(tree).map((item, index) => [String(index), item] as const);
  return entriesOf(tree).map(({ key, value }) => [key.value, value] as const);
}
