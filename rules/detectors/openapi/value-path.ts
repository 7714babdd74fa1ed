import type { TreeNode } from '#core/tree/tree.ts';

/** The way from one value to another within it. */
export interface ValuePath {
  /** Keys and list indexes. */
  readonly steps: readonly string[];
  /** True where a merge key brings it in: it is written elsewhere. */
  readonly isMerged: boolean;
}

/** The way to a value; undefined where it is not within the other one. */
export function pathTo(root: TreeNode, target: TreeNode): ValuePath | undefined {
  if (root === target) return { steps: [], isMerged: false };
  for (const { step, child, isMerged } of childrenOf(root)) {
    const below = pathTo(child, target);
    if (below !== undefined) return { steps: [step, ...below.steps], isMerged: isMerged || below.isMerged };
  }
  return undefined;
}

interface Child {
  readonly step: string;
  readonly child: TreeNode;
  readonly isMerged: boolean;
}

function childrenOf(node: TreeNode): readonly Child[] {
  if (node.kind === 'scalar') return [];
  if (node.kind === 'list') return node.items.map((child, index) => ({ step: String(index), child, isMerged: false }));
  return node.entries.flatMap(({ key, value, merged }) =>
    value === undefined ? [] : { step: key.value, child: value, isMerged: merged === true },
  );
}

/** A path as people write it: `lines[0].price`. */
export function pathText(steps: readonly string[]): string {
  return steps.reduce((path, step) => {
    if (/^\d+$/.test(step)) return `${path}[${step}]`;
    return path === '' ? step : `${path}.${step}`;
  }, '');
}
