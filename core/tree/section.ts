import type { Located, Span } from '#core/text/span.ts';
import type { EntryTail } from '#core/tree/section-cut.ts';
import type { TreeNode } from '#core/tree/tree.ts';
import type { SyntaxCode } from '#core/work/engine-codes.ts';

export type TreeLanguage = 'yaml' | 'json';

/** Names a section in all files: `<uri>#` and the JSON pointer of its value (`…/api.yaml#/paths/~1users`). */
export type SectionId = string;

/** Something the text of a file does wrong as YAML, JSON or Prisma, whatever it means. */
export interface SyntaxProblem {
  /** Which plain rule of the language is broken: `syntax`, `duplicate-key`, `tab-indentation`, `trailing-comma`, `too-deep` … */
  readonly code: SyntaxCode;
  readonly span: Span;
  readonly message: string;
  /** The same for problems of one file that mostly have one cause: the first is told, with the places of the others. */
  readonly cause?: string;
}

/**
 * A piece of a YAML or JSON file that is parsed and judged on its own: one path item, one component, `info` …
 * The texts of a file's sections, joined in order, are the file. Immutable: the same text gives the same section.
 */
export interface TreeSection {
  readonly kind: 'tree';
  readonly id: SectionId;
  readonly uri: string;
  readonly language: TreeLanguage;
  /** Keys from the file's root to this section's value; empty when the section is the whole file. */
  readonly pointer: readonly string[];
  readonly text: string;
  /** The key the value stands under, where the section has one. */
  readonly key: Located<string> | undefined;
  /** Undefined for a header (`paths:` before its path items) and where nothing could be read. */
  readonly tree: TreeNode | undefined;
  /** True when the value is a map whose entries are sections of their own (`paths`, `components`, `components/schemas`). */
  readonly isHeader: boolean;
  readonly problems: readonly SyntaxProblem[];
  /** What must follow the value of a JSON entry: with another tail the same text has other problems. */
  readonly tail?: EntryTail;
}

/** A YAML or JSON file cut into sections. `starts[i]` is the offset of `sections[i]` in the file. */
export interface TreeDocument {
  readonly kind: 'tree';
  readonly uri: string;
  readonly language: TreeLanguage;
  readonly text: string;
  readonly sections: readonly TreeSection[];
  readonly starts: readonly number[];
  /** True for a JSON file cut by its lines, as its brackets or quotes are broken. */
  readonly isCutByLines: boolean;
}
