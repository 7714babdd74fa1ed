import { containsSpan } from '#core/text/span.ts';
import { ownsBelow, relativeTo } from '#core/tree/apply-changes.ts';
import type { TreeChange } from '#core/tree/change.ts';
import { documentTree } from '#core/tree/document-tree.ts';
import type { TreeDocument } from '#core/tree/section.ts';
import { sectionTarget } from '#core/tree/section-target.ts';
import { findStyle, type StyleEvidence } from '#core/tree/style.ts';
import { findNode, type TreeNode } from '#core/tree/tree.ts';
import { changeEdits } from '#core/tree/write-change.ts';

/** What the writer would do: write something, find that the text says so already, or refuse. */
export type ChangeOutcome = 'writes' | 'nothing' | 'refused';

/** Asks the writer what it would do with single changes of a file, and reads nothing again. */
export class ChangeTrial {
  readonly #document: TreeDocument;
  readonly #style: StyleEvidence;
  #tree: TreeNode | undefined | null = null;

  constructor(document: TreeDocument) {
    this.#document = document;
    this.#style = findStyle(document.text, document.language);
  }

  /** One tree for the whole file. */
  get tree(): TreeNode | undefined {
    if (this.#tree === null) this.#tree = treeOf(this.#document);
    return this.#tree;
  }

  outcomeOf(change: TreeChange): ChangeOutcome {
    if (change.kind === 'set' && change.ifAbsent && findNode(this.tree, change.pointer) !== undefined) return 'nothing';
    const within = this.#within(change);
    if (within !== undefined) return within;
    const { text, language } = this.#document;
    const edits = changeEdits({ text, tree: this.tree, language, style: this.#style }, change);
    if (edits === undefined) return 'refused';
    return edits.length === 0 ? 'nothing' : 'writes';
  }

  /** Undefined when the change does not keep within one section. */
  #within(change: TreeChange): ChangeOutcome | undefined {
    const { sections, language } = this.#document;
    const index = sections.findLastIndex((section) => ownsBelow(section, change.pointer));
    const section = sections[index];
    if (section?.tree === undefined || section.key === undefined) return undefined;
    if (change.kind === 'move' && !ownsBelow(section, change.to)) return undefined;
    const { text, key, tree, pointer } = section;
    const textBefore = sections[index - 1]?.text ?? '';
    const { target, own } = sectionTarget({ text, key, tree, language, textBefore }, this.#style);
    // How it would look does not matter here.
    const edits = changeEdits({ ...target, style: this.#style }, relativeTo(change, pointer.length - 1));
    if (edits === undefined || !edits.every(({ span }) => containsSpan(own, span))) return undefined;
    return edits.length === 0 ? 'nothing' : 'writes';
  }
}

function treeOf({ sections, starts, text, language }: TreeDocument): TreeNode | undefined {
  const placed = sections.map(({ pointer, isHeader, key, tree }, index) => {
    return { pointer, isHeader, key, tree, start: starts[index] ?? 0 };
  });
  return documentTree(text, language, placed);
}
