import type { Location } from '#core/openapi/view.ts';
import { findNode, findString, type TreeNode } from '#core/tree/tree.ts';

/** The schema of an array whose `items` stand here; undefined for any other place, and where these are reached through a `$ref` alone. */
export function arrayAround({ section, parent, key }: Location): TreeNode | undefined {
  if (key !== 'items' || parent === undefined) return undefined;
  const steps: string[] = [];
  for (let at = parent; at.parent !== undefined; at = at.parent) steps.push(at.key);
  const tree = findNode(section.tree, steps.reverse());
  return findString(tree, 'type')?.value === 'array' ? tree : undefined;
}
