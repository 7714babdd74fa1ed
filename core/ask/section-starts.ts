import type { TreeDocument, TreeSection } from '#core/tree/section.ts';

/** Where the sections of a file begin in it; made once for each file. */
export function sectionStarts(document: TreeDocument): ReadonlyMap<TreeSection, number> {
  const known = startsOf.get(document);
  if (known !== undefined) return known;
  const starts = new Map(document.sections.map((section, index) => [section, document.starts[index] ?? 0]));
  startsOf.set(document, starts);
  return starts;
}

const startsOf = new WeakMap<TreeDocument, ReadonlyMap<TreeSection, number>>();
