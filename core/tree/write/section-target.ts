import { type Located, type Span, shiftSpan } from '#core/text/span.ts';
import type { TreeLanguage } from '#core/tree/section.ts';
import type { TreeNode } from '#core/tree/tree.ts';
import { shiftNode } from '#core/tree/write/document-tree.ts';
import type { StyleEvidence } from '#core/tree/write/style.ts';
import type { WriteTarget } from '#core/tree/write/write-change.ts';

/** A section that is the entry of a map, and the text of the one before it. */
export interface EntrySection {
  readonly text: string;
  readonly key: Located<string>;
  readonly tree: TreeNode;
  readonly language: TreeLanguage;
  readonly textBefore: string;
}

export interface SectionTarget {
  readonly target: WriteTarget;
  /** How much of the section before stands in front of this one on its first line. */
  readonly leadLength: number;
  /** What belongs to the section alone: all behind its key. */
  readonly own: Span;
}

/** A section as a text of its own with a map of one entry; the pointer of a change begins at its key. */
export function sectionTarget(section: EntrySection, fileStyle: StyleEvidence): SectionTarget {
  const { textBefore, language } = section;
  const lead = textBefore.slice(textBefore.lastIndexOf('\n') + 1);
  const key = { value: section.key.value, span: shiftSpan(section.key.span, lead.length) };
  const value = shiftNode(section.tree, lead.length);
  const tree: TreeNode = {
    kind: 'map',
    span: { start: key.span.start, end: value.span.end },
    entries: [{ key, value }],
  };
  const text = lead + section.text;
  return {
    target: { text, tree, language, fileStyle },
    leadLength: lead.length,
    own: { start: key.span.end, end: text.length },
  };
}
