import type { Span } from '#core/text/span.ts';
import type { SyntaxCode } from '#core/work/engine-codes.ts';

/** Names a section in all files: `<uri>#` and its place in the file, in a form of its language (`…/api.yaml#/paths/~1users`). */
export type SectionId = string;

/** Something the text of a file does wrong in its language, whatever it means. */
export interface SyntaxProblem {
  /** Which plain rule of the language is broken: `syntax`, `duplicate-key`, `tab-indentation`, `trailing-comma`, `too-deep` … */
  readonly code: SyntaxCode;
  readonly span: Span;
  readonly message: string;
  /** The same for problems of one file that mostly have one cause: the first is told, with the places of the others. */
  readonly cause?: string;
  /** True where all of the section is read as its author meant it all the same. */
  readonly isHarmless?: true;
}

/** The key that only sections have, whatever the keys of values that users write. */
export const sectionMark: unique symbol = Symbol('section');

/**
 * What every section has: a piece of a file that is parsed and judged on its own. The texts of a file's sections, joined in order,
 * are the file. Immutable: the same text gives the same section.
 */
export interface SectionBase {
  readonly [sectionMark]: true;
  /** Tells the sections of one language from those of others. */
  readonly kind: string;
  readonly id: SectionId;
  readonly uri: string;
  readonly text: string;
  readonly problems: readonly SyntaxProblem[];
}

/** What every file has that is cut into sections. `starts[i]` is the offset of `sections[i]` in the file. */
export interface DocumentBase {
  /** That of its sections. */
  readonly kind: string;
  readonly uri: string;
  readonly text: string;
  readonly sections: readonly SectionBase[];
  readonly starts: readonly number[];
}

/** The sections there are, by kind: each language adds its own (`declare module`). */
// biome-ignore lint/suspicious/noEmptyInterface: languages declare its members
export interface SectionTypes {}

/** The documents there are, by kind: each language adds its own. */
// biome-ignore lint/suspicious/noEmptyInterface: languages declare its members
export interface DocumentTypes {}

export type Section = SectionTypes[keyof SectionTypes];
export type SourceDocument = DocumentTypes[keyof DocumentTypes];

/** True for a section among other data. */
export function isSection(value: object): value is Section {
  return sectionMark in value;
}
