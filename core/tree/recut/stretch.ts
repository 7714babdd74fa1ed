import type { Outline } from '#core/tree/outline.ts';
import type { TreeSection } from '#core/tree/section.ts';
import type { SectionCut } from '#core/tree/section-cut.ts';

/** Consecutive entries of one map, and the text that comes in the place of theirs. */
export interface Stretch {
  readonly text: string;
  readonly parent: readonly string[];
  readonly outline: Outline;
  readonly old: readonly TreeSection[];
  /** The sections around; undefined at the file's ends. */
  readonly previous: TreeSection | undefined;
  readonly next: TreeSection | undefined;
}

/**
 * The entries a stretch now has. `previous` or `next` when the section on that side is concerned and must be cut together
 * with it; undefined when the stretch cannot be cut alone.
 */
export type RecutStretch = readonly SectionCut[] | 'previous' | 'next' | undefined;

/** An entry that is no container: headers, and maps that could become headers, change how the file is cut. */
export function isPlainEntry({ isHeader, pointer }: TreeSection, outline: Outline): boolean {
  return !isHeader && pointer.length > 0 && !outline.isContainer(pointer);
}

/** True for the entries of one map. Two maps of one name are told apart by the header between them. */
export function isChildOf({ pointer }: TreeSection, parent: readonly string[]): boolean {
  return pointer.length === parent.length + 1 && parent.every((step, index) => step === pointer[index]);
}
