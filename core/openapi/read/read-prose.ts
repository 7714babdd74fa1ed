import type { View } from '#core/openapi/view.ts';
import type { Located } from '#core/text/span.ts';
import { findString, type ProseKey, type TreeNode } from '#core/tree/tree.ts';
import { noteRead } from '#core/work/note-read.ts';

/** What has a description or a summary: a view, or a value within one. */
interface Described extends Pick<View, 'section'> {
  readonly tree: TreeNode | undefined;
}

/** A description or summary; undefined for anything but a string. */
export function readProse({ section, tree }: Described, key: ProseKey): Located<string> | undefined {
  noteRead({ kind: 'details', id: section.id });
  const plain: string = key;
  return findString(tree, plain);
}
