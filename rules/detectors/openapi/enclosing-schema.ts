import type { Location } from '#core/openapi/view.ts';
import { findNode, type TreeNode } from '#core/tree/tree.ts';

/** The schema that has this one as a branch of its `anyOf`, `oneOf` or `allOf`, and which of them that is. */
export interface EnclosingSchema {
  readonly tree: TreeNode;
  readonly keyword: string;
}

/** Undefined where this is no branch in a list, or is reached through a `$ref` alone. */
export function enclosingSchema({ section, parent }: Location): EnclosingSchema | undefined {
  if (parent?.parent === undefined || !/^(?:allOf|anyOf|oneOf)$/.test(parent.key)) return undefined;
  const steps: string[] = [];
  for (let at = parent.parent; at.parent !== undefined; at = at.parent) steps.push(at.key);
  const tree = findNode(section.tree, steps.reverse());
  return tree && { tree, keyword: parent.key };
}
