import { entriesOf, itemsOf, type TreeNode } from '#core/tree/tree.ts';

/**
 * True for a text, number or truth value: where a map is expected somebody is typing, or left out the blank behind a colon
 * (`$ref:'#/…'`). What is meant there is not known.
 */
export function isMisplacedText(node: TreeNode | undefined): boolean {
  return node?.kind === 'scalar' && node.value !== null;
}

/** True where such a text stands in place of a list or map of maps, or of one of its values. */
export function holdsMisplacedText(node: TreeNode | undefined): boolean {
  if (isMisplacedText(node) || itemsOf(node).some((item) => item.kind === 'scalar')) return true;
  return entriesOf(node).some(({ key, value }) => isMisplacedText(value) && !isExpectedText(key.value));
}

/** A `$ref` in place of the map, or an extension. */
function isExpectedText(key: string): boolean {
  return key === '$ref' || key.startsWith('x-');
}
