import { type EditGroup, groupEdits } from '#core/text/edit-groups.ts';
import type { Edit } from '#core/text/span.ts';
import { startsOf } from '#core/text/starts-of.ts';
import { hasKeepIndicator } from '#core/tree/cut/yaml-keys.ts';
import { findMisfits, isSurelyBroken, noteFits } from '#core/tree/recut/find-misfits.ts';
import { type Recut, recutGroups } from '#core/tree/recut/recut-groups.ts';
import { recutJson } from '#core/tree/recut/recut-json.ts';
import { isAlsoCutByLines, recutJsonLines, rootIndentOf } from '#core/tree/recut/recut-json-lines.ts';
import { recutYaml } from '#core/tree/recut/recut-yaml.ts';
import { type ReplacedEntries, replacedBy, replaceEntries } from '#core/tree/recut/replace-entries.ts';
import { mayKeepBlanks, tallyOf, withTally } from '#core/tree/recut/section-tally.ts';
import type { TreeDocument, TreeSection } from '#core/tree/section.ts';
import { treeDocument } from '#core/tree/tree-document.ts';
import { finish, type Steps } from '#core/work/steps.ts';

/**
 * The document after edits of its text (sorted, without overlaps), when they concern nothing but entries of the maps it is
 * cut into: then only the entries they touch are cut and read again, and those next to them where it matters. Undefined
 * when the whole file must be cut.
 * Law: what is returned equals `cutDocument` of the edited text.
 */
export function editDocument(document: TreeDocument, edits: readonly Edit[]): TreeDocument | undefined {
  return finish(editDocumentSteps(document, edits));
}

/** The same, a step for each section that is cut again, and for each that is read. */
export function* editDocumentSteps(document: TreeDocument, edits: readonly Edit[]): Steps<TreeDocument | undefined> {
  const { sections, starts } = document;
  if (sections.length < 2) return undefined;
  const groups = groupEdits(edits, starts, (piece) => sections[piece]?.text ?? '');
  if (groups === undefined) return undefined;
  return yield* document.language === 'yaml' ? editYaml(document, groups) : editJson(document, groups);
}

function* editYaml(document: TreeDocument, groups: readonly EditGroup[]): Steps<TreeDocument | undefined> {
  const tally = tallyOf(document);
  if (tally.lacksAnchor > 0 && groups.some(({ text }) => text.includes('&'))) return undefined;
  const recuts = yield* recutGroups(document, groups, (stretch) => recutYaml(stretch, tally.keepsBlanks > 0));
  if (recuts === undefined || !keepsBlanksAsBefore(document, recuts)) return undefined;
  const replaced = yield* replaceIn(document, recuts);
  if (replaced === undefined) return undefined;
  const removed = recuts.flatMap((recut) => replacedBy(document, recut));
  return withTally(withSections(document, replaced.sections, false), tally, removed, replaced.added);
}

/** Brackets tell the entries; where they are broken, before or after, lines do. */
function* editJson(document: TreeDocument, groups: readonly EditGroup[]): Steps<TreeDocument | undefined> {
  const recuts = document.isCutByLines ? undefined : yield* recutGroups(document, groups, recutJson);
  if (recuts === undefined) return yield* editBrokenJson(document, groups);
  const replaced = yield* replaceIn(document, recuts);
  return replaced && withSections(document, replaced.sections, false);
}

function* editBrokenJson(document: TreeDocument, groups: readonly EditGroup[]): Steps<TreeDocument | undefined> {
  if (!document.isCutByLines) {
    if (!(yield* isAlsoCutByLines(document))) return undefined;
    noteFits(document.sections);
  }
  const rootIndent = rootIndentOf(document);
  const recuts = yield* recutGroups(document, groups, (stretch) => recutJsonLines(stretch, rootIndent));
  const replaced = recuts && (yield* replaceIn(document, recuts));
  if (replaced === undefined) return undefined;
  const misfits = yield* findMisfits(replaced.sections, document.outline);
  if (misfits.length > 0 && !isSurelyBroken(misfits)) return undefined;
  return withSections(document, replaced.sections, misfits.length > 0);
}

function* replaceIn(document: TreeDocument, recuts: readonly Recut[]): Steps<ReplacedEntries | undefined> {
  return staysMarked(document, recuts) ? yield* replaceEntries(document, recuts) : undefined;
}

function withSections(before: TreeDocument, sections: readonly TreeSection[], isCutByLines: boolean): TreeDocument {
  const { uri, language, outline } = before;
  return treeDocument({ uri, language, outline, isCutByLines }, sections, startsOf(sections, before));
}

/** False when blank lines may belong to other entries than before. */
function keepsBlanksAsBefore(document: TreeDocument, recuts: readonly Recut[]): boolean {
  const { keepsBlanks: before } = tallyOf(document);
  let after = before;
  for (const recut of recuts) {
    after -= replacedBy(document, recut).filter(mayKeepBlanks).length;
    if (hasKeepIndicator(recut.text)) after++;
  }
  return after > 0 === before > 0;
}

/** False when what makes the file one that is cut goes. */
function staysMarked(document: TreeDocument, recuts: readonly Recut[]): boolean {
  const isRootMarker = ({ pointer: [key, ...rest] }: Pick<TreeSection, 'pointer'>): boolean =>
    key !== undefined && rest.length === 0 && document.outline.markers.has(key);
  return recuts.every((recut) => !replacedBy(document, recut).some(isRootMarker) || recut.cuts.some(isRootMarker));
}
