import type { TreeNode } from '#core/tree/tree.ts';

/** The way from one value to another within it. */
export interface ValuePath {
  /** Keys and list indexes. */
  readonly steps: readonly string[];
  /** Which of the steps are indexes of a list. */
  readonly isItem: readonly boolean[];
  /** True where a merge key brings it in: it is written elsewhere. */
  readonly isMerged: boolean;
}

/** The way to a value; undefined where it is not within the other one. */
export function pathTo(root: TreeNode, target: TreeNode): ValuePath | undefined {
  if (root === target) return herePath;
  for (const { step, child, isMerged } of childrenOf(root)) {
    const below = pathTo(child, target);
    if (below === undefined) continue;
    const isItem = [root.kind === 'list', ...below.isItem];
    return { steps: [step, ...below.steps], isItem, isMerged: isMerged || below.isMerged };
  }
  return undefined;
}

const herePath: ValuePath = { steps: [], isItem: [], isMerged: false };

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
