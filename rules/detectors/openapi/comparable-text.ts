import { isList, isMap } from '#core/tree/equal-values.ts';
import { type PlainValue, type TreeNode, toPlainValue } from '#core/tree/tree.ts';

/** A text that is the same for equal values only: the order of keys does not matter, `1` and `1.0` are equal, `1` and `"1"` are not. */
export function comparableText(node: TreeNode): string {
  return node.kind === 'scalar' ? JSON.stringify(node.value) : JSON.stringify(inOrder(toPlainValue(node)));
}

function inOrder(value: PlainValue): PlainValue {
  if (isList(value)) return value.map(inOrder);
  if (!isMap(value)) return value;
  const entries = Object.entries(value).map(([key, item]): [string, PlainValue] => [key, inOrder(item)]);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}
