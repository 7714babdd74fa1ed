import type { TreeEntry, TreeNode } from '#core/tree/tree.ts';

/** Keys and list indexes from one value to another within it; undefined where it is not written in it. */
export function stepsTo(root: TreeNode, target: TreeNode): readonly string[] | undefined {
  if (root === target) return [];
  const children = root.kind === 'list' ? root.items.entries() : entriesWithNames(root);
  for (const [step, child] of children) {
    const below = stepsTo(child, target);
    if (below !== undefined) return [String(step), ...below];
  }
  return undefined;
}

function entriesWithNames(node: TreeNode): readonly (readonly [string, TreeNode])[] {
  const entries: readonly TreeEntry[] = node.kind === 'map' ? node.entries : [];
  return entries.flatMap(({ key, value, merged }) =>
    value === undefined || merged ? [] : [[key.value, value] as const],
  );
}

/** A path as people write it: `lines[0].price`. */
export function pathText(steps: readonly string[]): string {
  return steps.reduce((path, step) => {
    if (/^\d+$/.test(step)) return `${path}[${step}]`;
    return path === '' ? step : `${path}.${step}`;
  }, '');
}
