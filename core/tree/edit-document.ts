import { finish, type Steps } from '#core/steps.ts';
import { groupEdits } from '#core/text/edit-groups.ts';
import type { Edit } from '#core/text/span.ts';
import { startsOf } from '#core/text/starts-of.ts';
import { type Recut, recutGroups } from '#core/tree/recut-groups.ts';
import { replacedBy, replaceEntries } from '#core/tree/replace-entries.ts';
import type { TreeDocument, TreeSection } from '#core/tree/section.ts';
import { rootMarkers } from '#core/tree/section-cut.ts';
import { mayKeepBlanks, tallyOf, withTally } from '#core/tree/section-tally.ts';
import { treeDocument } from '#core/tree/tree-document.ts';
import { hasKeepIndicator } from '#core/tree/yaml-keys.ts';

/**
 * The document after edits of its text (sorted, without overlaps), when they concern nothing but entries of the maps it is
 * cut into: then only the entries they touch are cut and read again, and those next to them where it matters. Undefined
 * when the whole file must be cut.
 * Law: what is returned equals `cutDocument` of the edited text.
 */
export function editDocument(document: TreeDocument, edits: readonly Edit[]): TreeDocument | undefined {
  return finish(editDocumentSteps(document, edits));
}

/** The same, a step for each section that is read. */
export function* editDocumentSteps(document: TreeDocument, edits: readonly Edit[]): Steps<TreeDocument | undefined> {
  const { uri, language, sections, starts } = document;
  if (sections.length < 2 || document.isCutByLines) return undefined;
  const groups = groupEdits(edits, starts, (piece) => sections[piece]?.text ?? '');
  if (groups === undefined) return undefined;
  const tally = tallyOf(document);
  if (tally.lacksAnchor > 0 && groups.some(({ text }) => text.includes('&'))) return undefined;
  const recuts = recutGroups(document, groups, tally.keepsBlanks > 0);
  if (recuts === undefined || !isFileAsBefore(document, recuts)) return undefined;
  const replaced = yield* replaceEntries(document, recuts);
  if (replaced === undefined) return undefined;
  const removed = recuts.flatMap((recut) => replacedBy(document, recut));
  const file = { uri, language, isCutByLines: false };
  const edited = treeDocument(file, replaced.sections, startsOf(replaced.sections));
  return withTally(edited, tally, removed, replaced.added);
}

/** False when the file may be no description any more, or blank lines may belong to other entries than before. */
function isFileAsBefore(document: TreeDocument, recuts: readonly Recut[]): boolean {
  const { keepsBlanks } = tallyOf(document);
  let keepsLeft = keepsBlanks;
  for (const recut of recuts) {
    const old = replacedBy(document, recut);
    if (old.some(isRootMarker) && !recut.cuts.some(isRootMarker)) return false;
    keepsLeft -= old.filter(mayKeepBlanks).length - (hasKeepIndicator(recut.text) ? 1 : 0);
  }
  return document.language === 'json' || keepsLeft > 0 === keepsBlanks > 0;
}

function isRootMarker({ pointer }: Pick<TreeSection, 'pointer'>): boolean {
  return pointer.length === 1 && rootMarkers.has(pointer[0] ?? '');
}
