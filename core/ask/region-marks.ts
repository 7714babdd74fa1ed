import type { TreeSection } from '#core/tree/section.ts';

/** A comment that begins or ends a region, as VS Code knows them in YAML: `# region`, `#endregion`. */
export interface RegionMark {
  /** Counted from the start of its section. */
  readonly offset: number;
  readonly isEnd: boolean;
}

/** The marks of a section, in text order; the very same list as long as it is the same section. */
export function regionMarks(section: TreeSection): readonly RegionMark[] {
  const known = marksOf.get(section);
  if (known !== undefined) return known;
  const marks: RegionMark[] = [];
  if (section.text.includes('region')) {
    for (const { index, 1: end } of section.text.matchAll(mark))
      marks.push({ offset: index, isEnd: end !== undefined });
  }
  marksOf.set(section, marks);
  return marks;
}

const marksOf = new WeakMap<TreeSection, readonly RegionMark[]>();

const mark = /^[ \t]*#[ \t]*(end)?region\b/gm;
