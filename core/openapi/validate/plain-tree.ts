import { isList, isMap } from '#core/tree/equal-values.ts';
import type { PlainValue, TreeNode } from '#core/tree/tree.ts';
import { listNode, mapNode, scalarNode, treeKey } from '#core/tree/tree-nodes.ts';

/** A plain value as a tree, so that a schema can judge it. Its places are made up; it is as long as its text. */
export function plainTree(value: PlainValue): TreeNode {
  if (isList(value)) {
    const items = value.map(plainTree);
    return listNode(0, lengthOf(items), items);
  }
  if (!isMap(value)) return scalarNode(0, String(value).length + 1, value);
  const entries = Object.entries(value).map(([name, inner]) => ({
    key: treeKey(0, name.length, name),
    value: plainTree(inner),
  }));
  return mapNode(0, lengthOf(entries.map((entry) => entry.value)) + entries.length, entries);
}

function lengthOf(nodes: readonly TreeNode[]): number {
  return nodes.reduce((length, { span }) => length + span.end + 1, 2);
}
