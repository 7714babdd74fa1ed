import type { Location, View } from '#core/openapi/view.ts';
import { findEntry, type TreeNode } from '#core/tree/tree.ts';

/** True when a value stands where its pointer leads, so that it can be changed there: behind no YAML alias, merged in by none. */
export function isWrittenInPlace({ location }: Pick<View, 'location'>, ...keys: readonly string[]): boolean {
  let node: TreeNode | undefined = location.section.tree;
  for (const step of [...stepsOf(location), ...keys]) {
    node = node && childInPlace(node, step);
    if (node === undefined) return false;
  }
  return true;
}

function stepsOf(location: Location): readonly string[] {
  const steps: string[] = [];
  for (let current = location; current.parent !== undefined; current = current.parent) steps.push(current.key);
  return steps.reverse();
}

/** An alias stands for a node that is written before it. */
function childInPlace(parent: TreeNode, step: string): TreeNode | undefined {
  if (parent.kind === 'map') {
    const entry = findEntry(parent, step);
    const isHere = entry?.value !== undefined && !entry.merged && entry.value.span.start >= entry.key.span.end;
    return isHere ? entry.value : undefined;
  }
  if (parent.kind === 'scalar') return undefined;
  const at = Number(step);
  const item = parent.items[at];
  const previous = parent.items[at - 1];
  const isHere = item !== undefined && item.span.start >= Math.max(parent.span.start, previous?.span.end ?? 0);
  return isHere ? item : undefined;
}
