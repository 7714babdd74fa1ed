import type { View } from '#core/openapi/view.ts';
import type { Located } from '#core/text/span.ts';
import { findString } from '#core/tree/tree.ts';
import { noteRead } from '#core/work/note-read.ts';

/** The keys whose strings tell people something. They are edited most and read least: reading one is noted by itself. */
export type ProseKey = 'description' | 'summary';

/** A description or summary; undefined for anything but a string. */
export function readProse(
  { section, tree }: Pick<View, 'section' | 'tree'>,
  key: ProseKey,
): Located<string> | undefined {
  noteRead({ kind: 'details', id: section.id });
  return findString(tree, key);
}
