import type { TreeDocument, TreeSection } from '#core/tree/section.ts';
import { listDifference } from '#core/work/list-difference.ts';
import { understoodRead } from '#core/work/read-log.ts';
import { isAllUnderstood, isUnderstood } from '#core/work/understood.ts';

type Files = ReadonlyMap<string, TreeDocument>;

/** The key under which it is read which parts of the root are not understood. */
export const rootsUnderstood = 'understood roots';

/** True where all text of these files is understood. */
export function isUnderstoodIn(files: Files): boolean {
  return [...files.values()].every(isAllUnderstood);
}

/**
 * The keys of the root map whose values are not understood; an empty one where the whole file is not, `?` where a section that is
 * not understood may have taken in a key of the root.
 */
export function brokenRoots(root: TreeDocument | undefined): readonly string[] {
  const broken = root?.sections.filter((section) => !isUnderstood(section)) ?? [];
  return broken.flatMap((section) => {
    if (section.pointer.length < 2) return section.pointer[0] ?? '';
    return hasOuterLine(section) ? '?' : [];
  });
}

/** True where a line that says something stands further out than the section's own key. */
function hasOuterLine({ text, key }: TreeSection): boolean {
  const start = key?.span.start ?? 0;
  const indent = start - (text.lastIndexOf('\n', start - 1) + 1);
  for (const { 1: blanks = '' } of text.matchAll(/^([ \t]*)[\w"']/gm)) if (blanks.length < indent) return true;
  return false;
}

/** The keys of reads of what is understood that have another answer than before. */
export function staleUnderstanding(before: Files, after: Files, rootUri: string): readonly string[] {
  if (before === after) return [];
  const uris = [...new Set([...before.keys(), ...after.keys()])];
  // Mostly what was edited is understood as it was.
  const changed = uris.filter((uri) => !isUnderstoodAlike(before.get(uri), after.get(uri)));
  if (changed.length === 0) return [];
  const stale: string[] = [];
  for (const uri of changed) if (isRead(before.get(uri)) !== isRead(after.get(uri))) stale.push(understoodRead(uri));
  if (isUnderstoodIn(before) !== isUnderstoodIn(after)) stale.push(understoodRead(rootUri));
  const isRootChanged = changed.includes(rootUri);
  const broken = (files: Files): string => brokenRoots(files.get(rootUri)).join('\n');
  if (isRootChanged && broken(before) !== broken(after)) stale.push(rootsUnderstood);
  return stale;
}

/** True where every section that was replaced is understood, and was: nobody looks at the others. */
function isUnderstoodAlike(before: TreeDocument | undefined, after: TreeDocument | undefined): boolean {
  if (before === after) return true;
  if (before === undefined || after === undefined) return false;
  const { removed, added } = listDifference(before.sections, after.sections);
  return [...removed, ...added].every(({ problems }) => problems.length === 0);
}

function isRead(document: TreeDocument | undefined): boolean {
  return document !== undefined && isAllUnderstood(document);
}
