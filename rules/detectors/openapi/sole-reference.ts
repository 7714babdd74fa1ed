import type { Located } from '#core/text/span.ts';
import { findEntry, findString, type TreeNode } from '#core/tree/tree.ts';

/** The target of a `$ref` that stands alone in data, with the place of its key: it is meant to count, and does not. One beside other keys is data. */
export function soleReference(value: TreeNode): Located<string> | undefined {
  const entry = findEntry(value, '$ref');
  const target = findString(value, '$ref')?.value;
  if (entry === undefined || target === undefined || value.kind !== 'map' || value.entries.length > 1) return undefined;
  return { value: target, span: entry.key.span };
}
