import { formatPointer } from '#core/openapi/reference/reference-target.ts';
import type { Reference } from '#core/openapi/view.ts';
import type { TreeDocument, TreeSection } from '#core/tree/section.ts';
import { listDifference } from '#core/work/list-difference.ts';
import { isAllUnderstood, isUnderstood } from '#core/work/understood.ts';

type Files = ReadonlyMap<string, TreeDocument>;

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

/**
 * The sections of a root that follow, in the same map, one that is not understood and may have taken in the key of another map: nobody
 * knows which map they stand in.
 */
export function doubtfulSections(root: TreeDocument): ReadonlySet<TreeSection> {
  if (isAllUnderstood(root)) return none;
  const doubtful = new Set<TreeSection>();
  let above: string | undefined;
  for (const section of root.sections) {
    const map = formatPointer(section.pointer.slice(0, -1));
    if (map !== above || section.isHeader) above = undefined;
    else doubtful.add(section);
    if (!isUnderstood(section) && section.pointer.length > 1 && hasOuterLine(section)) above = map;
  }
  return doubtful;
}

const none: ReadonlySet<TreeSection> = new Set();

/** True for a `$ref` in place of a list or map in text that is not understood: half-typed text has one where none is meant. */
export function mayBeMisplaced({ to, section }: Reference): boolean {
  return to === 'openapi.part' && !isUnderstood(section);
}

/** True where a line that says something stands further out than the section's own key. */
function hasOuterLine({ text, key }: TreeSection): boolean {
  const start = key?.span.start ?? 0;
  const indent = start - (text.lastIndexOf('\n', start - 1) + 1);
  for (const { 1: blanks = '' } of text.matchAll(/^([ \t]*)[\w"']/gm)) if (blanks.length < indent) return true;
  return false;
}

/** The files in which something that is not understood, or was not, came, went or was replaced; mostly there is none. */
export function changedUnderstanding(before: Files, after: Files): readonly string[] {
  if (before === after) return [];
  const uris = [...new Set([...before.keys(), ...after.keys()])];
  return uris.filter((uri) => !isUnderstoodAlike(before.get(uri), after.get(uri)));
}

/** True where every section that was replaced is understood, and was: nobody looks at the others. */
function isUnderstoodAlike(before: TreeDocument | undefined, after: TreeDocument | undefined): boolean {
  if (before === after) return true;
  if (before === undefined || after === undefined) return false;
  const { removed, added } = listDifference(before.sections, after.sections);
  return [...removed, ...added].every(({ problems }) => problems.length === 0);
}

/** True for a file that is there, and understood. */
export function isRead(document: TreeDocument | undefined): boolean {
  return document !== undefined && isAllUnderstood(document);
}
