import { descend, type Place, sectionPlace } from '#core/openapi/place.ts';
import { findAnchor } from '#core/openapi/schema-anchor.ts';
import type { SectionId, TreeDocument, TreeSection } from '#core/tree/section.ts';
import { sectionIdOf } from '#core/tree/section-ids.ts';
import { findString } from '#core/tree/tree.ts';

/** How far a pointer leads: to a value, or to a `$ref` on the way with steps left over. */
export type PointerTarget =
  | { readonly kind: 'place'; readonly place: Place }
  | { readonly kind: 'through'; readonly place: Place; readonly rest: readonly string[] };

/** Sections are at most this many steps deep: `/components/schemas/User`. */
const deepestSection = 3;

/** The value a pointer leads to in a file; undefined when there is none, or only a header that is cut into sections. */
export function locate(document: TreeDocument, pointer: readonly string[]): PointerTarget | undefined {
  const sections = sectionsById(document);
  for (let depth = Math.min(pointer.length, deepestSection); depth >= 0; depth--) {
    const section = sections.get(sectionIdOf(document.uri, pointer.slice(0, depth)));
    const root = section && sectionPlace(section);
    if (root === undefined) continue;
    return locateWithin(root, pointer.slice(depth));
  }
  return undefined;
}

/** The schema that declares `$anchor: name` (or `$dynamicAnchor`) in a file; undefined when none does. */
export function locateAnchor(document: TreeDocument, name: string): Place | undefined {
  for (const section of document.sections) {
    const root = section.text.includes(name) ? sectionPlace(section) : undefined;
    const found = root && findAnchor(root, name);
    if (found) return found;
  }
  return undefined;
}

/** True when a pointer leads to a map that is cut into sections (`#/components/schemas`). */
export function isHeaderPointer(document: TreeDocument, pointer: readonly string[]): boolean {
  return sectionsById(document).get(sectionIdOf(document.uri, pointer))?.isHeader ?? false;
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

const sectionsOf = new WeakMap<TreeDocument, ReadonlyMap<SectionId, TreeSection>>();

/** The sections of a file by the id of their pointer; the last one wins among duplicate keys, whose own ids differ. */
function sectionsById(document: TreeDocument): ReadonlyMap<SectionId, TreeSection> {
  const known = sectionsOf.get(document);
  if (known) return known;
  const sections = new Map<SectionId, TreeSection>();
  for (const section of document.sections) {
    const { id, uri, pointer, problems } = section;
    sections.set(problems.length === 0 ? id : sectionIdOf(uri, pointer), section);
  }
  sectionsOf.set(document, sections);
  return sections;
}
