import type { FragmentEntry, FragmentIndex } from '#core/openapi/description/fragments.ts';
import type { RootSections, SectionToReview } from '#core/openapi/description/root-sections.ts';
import { extractSection, type SectionExtract } from '#core/openapi/description/section-extract.ts';
import { fragmentRole } from '#core/openapi/description/section-role.ts';
import { mayBeMisplaced } from '#core/openapi/description/understanding.ts';
import { targetNaming } from '#core/openapi/read/read-reference.ts';
import { locate } from '#core/openapi/reference/locate.ts';
import { otherKindOf, wantedObject } from '#core/openapi/reference/other-kind.ts';
import { canonicalUri } from '#core/openapi/reference/reference-target.ts';
import { mayDeclareId } from '#core/openapi/reference/schema-ids.ts';
import { pointerOf, type Reference } from '#core/openapi/view.ts';
import type { TreeDocument, TreeSection } from '#core/tree/section.ts';
import { findValue, toPlainValue } from '#core/tree/tree.ts';
import { replacedPlaces } from '#core/work/list-difference.ts';

/** What an edit left of an index: all of it, but for the sections that were replaced. */
export interface PatchedFragments {
  readonly entries: readonly FragmentEntry[];
  readonly fragments: readonly SectionToReview[];
}

/**
 * The fragments of `previous` with the sections of these files, which are the same files; undefined where the edit may have let a
 * `$ref` lead elsewhere. Then they are looked for anew, which costs as much as all references.
 */
export function patchFragments(
  previous: FragmentIndex,
  own: RootSections,
  files: ReadonlyMap<string, TreeDocument>,
): PatchedFragments | undefined {
  const replaced = replacedSections(previous, files);
  if (replaced === undefined || !isSameWayOut(previous.own.outgoing, own.outgoing)) return undefined;
  if (replaced.size === 0) return { entries: previous.entries, fragments: previous.fragments };
  const isTold = ({ section }: Reference) => replaced.has(section);
  if (previous.remoteReferences.some(isTold) || previous.absentReferences.some(isTold)) return undefined;
  const entries: FragmentEntry[] = [];
  for (const entry of previous.entries) {
    const section = replaced.get(entry.section);
    const document = section && files.get(section.uri);
    const patched = section === undefined ? entry : patchedEntry(entry, section, document, own);
    if (patched === undefined) return undefined;
    entries.push(patched);
  }
  const fragments = previous.fragments.map((fragment) => {
    const section = replaced.get(fragment.section);
    return section === undefined ? fragment : { ...fragment, section };
  });
  return { entries, fragments };
}

/** Each replaced section with the one that stands in its place; undefined where that is not sure to be as good. */
function replacedSections(
  { files: before, unsure }: FragmentIndex,
  files: ReadonlyMap<string, TreeDocument>,
): ReadonlyMap<TreeSection, TreeSection> | undefined {
  const replaced = new Map<TreeSection, TreeSection>();
  for (const [uri, document] of files) {
    const old = before.get(uri);
    if (old === document) continue;
    const places = old && replacedPlaces(old.sections, document.sections);
    if (old === undefined || places === undefined || unsure.has(canonicalUri(uri))) return undefined;
    for (const place of places) {
      const [from, to] = [old.sections[place], document.sections[place]];
      if (from === undefined || to === undefined || !isPlainPair(from, to)) return undefined;
      replaced.set(from, to);
    }
  }
  return replaced;
}

/**
 * True where neither declares an `$id`, and what they tell of the version is the same. Broken text is no hindrance: what references lead
 * to is looked at in what was read of it.
 */
function isPlainPair(from: TreeSection, to: TreeSection): boolean {
  return from.id === to.id && !mayDeclareId(from) && !mayDeclareId(to) && toldVersion(from) === toldVersion(to);
}

/** What a section of a root says of its version: from that follows what pointers into it lead to. */
function toldVersion({ pointer: [first], text, tree }: TreeSection): string {
  if (first !== undefined) return first === 'openapi' || first === 'swagger' ? text : '';
  return JSON.stringify([toPlainValue(findValue(tree, 'openapi')), toPlainValue(findValue(tree, 'swagger'))]);
}

function patchedEntry(
  { target, extract: before }: FragmentEntry,
  section: TreeSection,
  document: TreeDocument | undefined,
  { context }: RootSections,
): FragmentEntry | undefined {
  const found = document && locate(document, target.pointer);
  if (found?.kind !== 'place' || found.place.location.section !== section) return undefined;
  const wanted = wantedObject(context.version, target.to);
  if (wanted !== undefined && otherKindOf(found.place.tree, wanted) !== undefined) return undefined;
  const extract = extractSection(section, fragmentRole([target]), context);
  return isSameReferences(before.references, extract.references) ? { section, target, extract } : undefined;
}

/** True when two lists of sections of the root refer to the same places of other files, in the same order. */
function isSameWayOut(before: readonly SectionExtract[], now: readonly SectionExtract[]): boolean {
  if (before === now) return true;
  if (before.length !== now.length) return false;
  return before.every((extract, at) => {
    const other = now[at];
    if (other === undefined) return false;
    return extract === other || isSameReferences(extract.outgoing, other.outgoing);
  });
}

function isSameReferences(before: readonly Reference[], now: readonly Reference[]): boolean {
  return before.length === now.length && before.every((reference, at) => isSameReference(reference, now[at]));
}

function isSameReference(a: Reference, b: Reference | undefined): boolean {
  if (b === undefined || mayBeMisplaced(a) !== mayBeMisplaced(b)) return false;
  return a.target === b.target && a.to === b.to && siteKey(a) === siteKey(b);
}

/** Where a `$ref` stands, and what that says of its target. */
function siteKey(reference: Reference): string {
  return JSON.stringify([pointerOf(reference.location), targetNaming(reference)]);
}
