import { descend, type Place, sectionPlace } from '#core/openapi/place.ts';
import { isMisplacedText } from '#core/openapi/read/misplaced-text.ts';
import { findAnchor, findOuterAnchor } from '#core/openapi/reference/schema-anchor.ts';
import type { SectionId } from '#core/text/section.ts';
import type { TreeDocument, TreeSection } from '#core/tree/section.ts';
import { sectionIdOf } from '#core/tree/section-ids.ts';
import { findString, isEmptyValue } from '#core/tree/tree.ts';
import { replacedPlaces } from '#core/work/list-difference.ts';

/** How far a pointer leads: to a value, or to a `$ref` on the way with steps left over. */
export type PointerTarget =
  | { readonly kind: 'place'; readonly place: Place }
  | { readonly kind: 'through'; readonly place: Place; readonly rest: readonly string[] };

/** Sections are at most this many steps deep: `/components/schemas/User`. */
const deepestSection = 3;

/** The value a pointer leads to in a file; undefined when there is none, or only a header that is cut into sections. */
export function locate(document: TreeDocument, pointer: readonly string[]): PointerTarget | undefined {
  for (let depth = Math.min(pointer.length, deepestSection); depth >= 0; depth--) {
    const section = sectionAt(document, pointer.slice(0, depth));
    const root = section && sectionPlace(section);
    if (root === undefined) continue;
    return locateWithin(root, pointer.slice(depth));
  }
  return undefined;
}

/** The schema that declares an anchor of this name in a file; undefined when none does. */
export function locateAnchor(document: TreeDocument, name: string): Place | undefined {
  // A name may be written in escapes.
  const declaring = document.sections.filter(({ text }) => text.includes(name) || text.includes('\\'));
  return (
    findIn(declaring, (root) => findOuterAnchor(root, name)) ?? findIn(declaring, (root) => findAnchor(root, name))
  );
}

function findIn(sections: readonly TreeSection[], find: (root: Place) => Place | undefined): Place | undefined {
  for (const section of sections) {
    const root = sectionPlace(section);
    const found = root && find(root);
    if (found) return found;
  }
  return undefined;
}

/** True when a pointer leads to a map that is cut into sections (`#/components/schemas`). */
export function isHeaderPointer(document: TreeDocument, pointer: readonly string[]): boolean {
  return sectionAt(document, pointer)?.isHeader ?? false;
}

/**
 * True when a pointer leads to an empty value, or further than to one, or than to a text in place of a map of components: what is meant
 * to stand there is yet to be written.
 */
export function leadsIntoNothing(document: TreeDocument, pointer: readonly string[]): boolean {
  for (let depth = pointer.length; depth >= 0; depth--) {
    const found = locate(document, pointer.slice(0, depth));
    if (found?.kind !== 'place') continue;
    const { tree, location } = found.place;
    return isEmptyValue(tree) || (depth < pointer.length && location.parent === undefined && isMisplacedText(tree));
  }
  return false;
}

/** Lets a document be looked into by the index of the one before an edit, where the same sections stand at the same places. */
export function takeOverIndex(document: TreeDocument, before: TreeDocument): void {
  const known = indexes.get(before);
  if (known === undefined || indexes.has(document)) return;
  const [{ sections: old }, { sections }] = [before, document];
  const keyAt = (list: readonly TreeSection[], place: number) => list[place] && sectionKey(list[place]);
  const isSame = replacedPlaces(old, sections)?.every((place) => keyAt(old, place) === keyAt(sections, place));
  if (isSame === true) indexes.set(document, known);
}

function locateWithin(root: Place, steps: readonly string[]): PointerTarget | undefined {
  const place = descend(root, steps);
  if (place) return { kind: 'place', place };
  for (let depth = steps.length - 1; depth >= 0; depth--) {
    const passed = descend(root, steps.slice(0, depth));
    if (passed === undefined) continue;
    return findString(passed.tree, '$ref') && { kind: 'through', place: passed, rest: steps.slice(depth) };
  }
  return undefined;
}

/** The section whose value stands at a pointer; the last one among duplicate keys, whose own ids differ. */
function sectionAt(document: TreeDocument, pointer: readonly string[]): TreeSection | undefined {
  const place = indexOf(document).get(sectionIdOf(document.uri, pointer));
  return place === undefined ? undefined : document.sections[place];
}

const indexes = new WeakMap<TreeDocument, ReadonlyMap<SectionId, number>>();

/** Where the sections of a file stand among them, by the id of their pointer. */
function indexOf(document: TreeDocument): ReadonlyMap<SectionId, number> {
  const known = indexes.get(document);
  if (known) return known;
  const index = new Map(document.sections.map((section, place) => [sectionKey(section), place]));
  indexes.set(document, index);
  return index;
}

function sectionKey({ id, uri, pointer, problems }: TreeSection): SectionId {
  return problems.length === 0 ? id : sectionIdOf(uri, pointer);
}
