import type { DocumentBase, SectionBase, SectionId } from '#core/text/section.ts';
import type { Located } from '#core/text/span.ts';
import type { Outline } from '#core/tree/outline.ts';
import type { EntryTail } from '#core/tree/section-cut.ts';
import type { TreeNode } from '#core/tree/tree.ts';

export type TreeLanguage = 'yaml' | 'json';

/**
 * A piece of a YAML or JSON file that is parsed and judged on its own: one path item, one component, `info` …
 */
export interface TreeSection extends SectionBase {
  readonly kind: 'tree';
  /** `<uri>#` and the JSON pointer of its value. */
  readonly id: SectionId;
  readonly language: TreeLanguage;
  /** Keys from the file's root to this section's value; empty when the section is the whole file. */
  readonly pointer: readonly string[];
  /** The key the value stands under, where the section has one. */
  readonly key: Located<string> | undefined;
  /** Undefined for a header (`paths:` before its path items) and where nothing could be read. */
  readonly tree: TreeNode | undefined;
  /** True when the value is a map whose entries are sections of their own (`paths`, `components`, `components/schemas`). */
  readonly isHeader: boolean;
  /** What must follow the value of a JSON entry: with another tail the same text has other problems. */
  readonly tail?: EntryTail;
}

/** A YAML or JSON file cut into sections. */
export interface TreeDocument extends DocumentBase {
  readonly kind: 'tree';
  readonly language: TreeLanguage;
  readonly outline: Outline;
  readonly sections: readonly TreeSection[];
  /** True for a JSON file cut by its lines, as its brackets or quotes are broken. */
  readonly isCutByLines: boolean;
}

declare module '#core/text/section.ts' {
  interface SectionTypes {
    readonly tree: TreeSection;
  }
  interface DocumentTypes {
    readonly tree: TreeDocument;
  }
}
