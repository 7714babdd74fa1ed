import type { SyntaxProblem } from '#core/text/section.ts';
import type { Located } from '#core/text/span.ts';
import type { TreeNode } from '#core/tree/tree.ts';

/** What a parser understood of a text; `tree` is undefined where the text holds no value. */
export interface ParsedText {
  readonly tree: TreeNode | undefined;
  readonly problems: readonly SyntaxProblem[];
}

/** What a parser understood of the text of one section: its key and the value under it. */
export interface ParsedEntry extends ParsedText {
  readonly key: Located<string> | undefined;
}
