import { containsSpan } from '#core/text/span.ts';
import type { TreeChange } from '#core/tree/change.ts';
import { findInDocument } from '#core/tree/compose.ts';
import type { TreeDocument } from '#core/tree/section.ts';
import { sectionIdOf } from '#core/tree/section-ids.ts';
import type { TreeNode } from '#core/tree/tree.ts';
import { ownsBelow, relativeTo } from '#core/tree/write/apply-changes.ts';
import { documentTree } from '#core/tree/write/document-tree.ts';
import { spelledLike } from '#core/tree/write/reference-spelling.ts';
import { sectionTarget } from '#core/tree/write/section-target.ts';
import { findStyle, type StyleEvidence } from '#core/tree/write/style.ts';
import { changeEdits } from '#core/tree/write/write-change.ts';

/** What the writer would do: write something, find that the text says so already, or refuse. */
export type ChangeOutcome = 'writes' | 'nothing' | 'refused';

/** Asks the writer what it would do with single changes of a file, and reads nothing again. */
export class ChangeTrial {
  readonly #document: TreeDocument;
  readonly #style: StyleEvidence;
  #tree: TreeNode | undefined | null = null;
  /** Where the sections that are entries stand among all, by the pointers of their values. */
  #places: ReadonlyMap<string, number> | undefined;

  constructor(document: TreeDocument) {
    this.#document = document;
    this.#style = findStyle(document.text, document.language);
  }

  /** One tree for the whole file. */
  get tree(): TreeNode | undefined {
    if (this.#tree === null) this.#tree = treeOf(this.#document);
    return this.#tree;
  }

  outcomeOf(meant: TreeChange): ChangeOutcome {
    const change = spelledLike(meant, this.#style);
    if (change.kind === 'set' && change.ifAbsent && findInDocument(this.#document, change.pointer) !== undefined)
      return 'nothing';
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
    const index = this.#placeAbove(change.pointer);
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

  /** The section the value at a pointer stands in, −1 when it stands in none. */
  #placeAbove(pointer: readonly string[]): number {
    const { uri, sections } = this.#document;
    this.#places ??= new Map(
      [...sections.entries()].flatMap(([index, { isHeader, pointer: own }]) =>
        isHeader || own.length === 0 ? [] : [[sectionIdOf(uri, own), index] as const],
      ),
    );
    for (let length = pointer.length - 1; length > 0; length--) {
      const place = this.#places.get(sectionIdOf(uri, pointer.slice(0, length)));
      if (place !== undefined) return place;
    }
    return -1;
  }
}

function treeOf({ sections, starts, text, language }: TreeDocument): TreeNode | undefined {
  const placed = sections.map(({ pointer, isHeader, key, tree }, index) => {
    return { pointer, isHeader, key, tree, start: starts[index] ?? 0 };
  });
  return documentTree(text, language, placed);
}
