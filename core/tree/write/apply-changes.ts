import { EditJournal } from '#core/text/edit-journal.ts';
import { applyEdits, containsSpan, type Edit, type Located, shiftSpan } from '#core/text/span.ts';
import type { TreeChange } from '#core/tree/change.ts';
import { equalValues } from '#core/tree/equal-values.ts';
import { parseSectionText } from '#core/tree/read/parse-section.ts';
import type { TreeDocument, TreeSection } from '#core/tree/section.ts';
import { findNode, type TreeNode, toPlainValue } from '#core/tree/tree.ts';
import { changeValue } from '#core/tree/write/change-value.ts';
import { documentTree } from '#core/tree/write/document-tree.ts';
import { spelledLike } from '#core/tree/write/reference-spelling.ts';
import { sectionTarget } from '#core/tree/write/section-target.ts';
import { findStyle, type StyleEvidence } from '#core/tree/write/style.ts';
import { changeEdits } from '#core/tree/write/write-change.ts';

export interface AppliedChanges {
  readonly text: string;
  /** The edits that make `text` of the document's text; offsets count from the start of the file. */
  readonly edits: readonly Edit[];
  /** The changes that could not be made, in order. */
  readonly skipped: readonly TreeChange[];
}

/** Reads a later text of a file; `previous` is an earlier reading of it, for reuse. */
export type Reparse = (text: string, previous: TreeDocument) => TreeDocument;

/**
 * Makes changes one after the other, each in the result of those before it. A change that cannot be made, or whose text
 * would not be read back as it was meant, is left out. A change within one section has only that section read again.
 */
export function applyChanges(document: TreeDocument, changes: readonly TreeChange[], reparse: Reparse): AppliedChanges {
  const editing = new FileEditing(document, reparse);
  const skipped = changes.filter((change) => !editing.apply(change));
  return { ...editing.result(), skipped };
}

/** A section while its file is changed. */
interface Piece {
  readonly section: TreeSection;
  readonly text: string;
  readonly key: Located<string> | undefined;
  readonly tree: TreeNode | undefined;
  readonly problemCount: number;
}

class FileEditing {
  readonly #document: TreeDocument;
  readonly #reparse: Reparse;
  readonly #style: StyleEvidence;
  readonly #journal = new EditJournal();
  #pieces: Piece[];

  constructor(document: TreeDocument, reparse: Reparse) {
    this.#document = document;
    this.#reparse = reparse;
    this.#style = findStyle(document.text, document.language);
    this.#pieces = document.sections.map(pieceOf);
  }

  /** False when the change cannot be made. */
  apply(meant: TreeChange): boolean {
    const change = spelledLike(meant, this.#style);
    if (change.kind === 'set' && change.ifAbsent && this.#has(change.pointer)) return true;
    const index = this.#ownerOf(change);
    return (index !== undefined && this.#applyWithin(index, change)) || this.#applyToFile(change);
  }

  result(): { readonly text: string; readonly edits: readonly Edit[] } {
    const text = this.#text();
    return { text, edits: this.#journal.editsOf(this.#document.text, text) };
  }

  #has(pointer: readonly string[]): boolean {
    return this.#pieces.some(({ section: { pointer: own, isHeader }, tree }) => {
      if (!own.every((step, depth) => pointer[depth] === step)) return false;
      return isHeader ? own.length === pointer.length : findNode(tree, pointer.slice(own.length)) !== undefined;
    });
  }

  /** The section that holds everything the change touches, strictly below its own key. */
  #ownerOf(change: TreeChange): number | undefined {
    const index = this.#pieces.findLastIndex(({ section }) => ownsBelow(section, change.pointer));
    const piece = this.#pieces[index];
    if (piece === undefined) return undefined;
    return change.kind === 'move' && !ownsBelow(piece.section, change.to) ? undefined : index;
  }

  /** Changes the text of one section and reads it again; false when that is not enough. */
  #applyWithin(index: number, change: TreeChange): boolean {
    const piece = this.#pieces[index];
    if (piece?.tree === undefined || piece.key === undefined) return false;
    const { text, key, tree, section } = piece;
    const entry = { text, key, tree, language: section.language, textBefore: this.#pieces[index - 1]?.text ?? '' };
    const { target, leadLength, own } = sectionTarget(entry, this.#style);
    const edits = changeEdits(target, relativeTo(change, section.pointer.length - 1));
    if (edits === undefined || !edits.every(({ span }) => containsSpan(own, span))) return false;
    const inPiece = edits.map(({ span, newText }) => ({ span: shiftSpan(span, -leadLength), newText }));
    return edits.length === 0 || this.#replacePiece(index, piece, inPiece, change);
  }

  #replacePiece(index: number, piece: Piece, edits: readonly Edit[], change: TreeChange): boolean {
    const { uri, language, pointer, tail } = piece.section;
    const text = applyEdits(piece.text, edits);
    const { tree, problems, isSound } = parseSectionText({ uri, language, role: 'entry', text, tail });
    const expected = changeValue(toPlainValue(piece.tree), relativeTo(change, pointer.length));
    const isAsMeant = expected !== undefined && tree !== undefined && equalValues(toPlainValue(tree), expected);
    if (!isSound || !isAsMeant || problems.length > piece.problemCount) return false;
    const start = this.#pieces.slice(0, index).reduce((sum, { text: before }) => sum + before.length, 0);
    this.#journal.record(edits.map(({ span, newText }) => ({ span: shiftSpan(span, start), newText })));
    this.#pieces[index] = { ...piece, text, tree, problemCount: problems.length };
    return true;
  }

  /** Changes the text of the whole file and cuts it again. */
  #applyToFile(change: TreeChange): boolean {
    const text = this.#text();
    const { language } = this.#document;
    const edits = changeEdits({ text, tree: this.#tree(text), language, style: this.#style }, change);
    if (edits === undefined || edits.length === 0) return edits !== undefined;
    const changed = this.#reparse(applyEdits(text, edits), this.#document);
    const pieces = changed.sections.map(pieceOf);
    if (
      countProblems(pieces) > countProblems(this.#pieces) ||
      !isMade(treeOf(changed.text, language, pieces), change)
    ) {
      return false;
    }
    this.#journal.record(edits);
    this.#pieces = pieces;
    return true;
  }

  #text(): string {
    return this.#pieces.map(({ text }) => text).join('');
  }

  #tree(text: string): TreeNode | undefined {
    return treeOf(text, this.#document.language, this.#pieces);
  }
}

function pieceOf(section: TreeSection): Piece {
  const { text, key, tree, problems } = section;
  return { section, text, key, tree, problemCount: problems.length };
}

function treeOf(text: string, language: TreeDocument['language'], pieces: readonly Piece[]): TreeNode | undefined {
  let start = 0;
  const placed = pieces.map(({ section: { pointer, isHeader }, key, tree, text: own }) => {
    const piece = { pointer, isHeader, key, tree, start };
    start += own.length;
    return piece;
  });
  return documentTree(text, language, placed);
}

/** True when everything a pointer names below a section stands strictly below its own key. */
export function ownsBelow({ pointer: own, isHeader }: TreeSection, pointer: readonly string[]): boolean {
  if (isHeader || own.length === 0 || pointer.length <= own.length) return false;
  return own.every((step, depth) => pointer[depth] === step);
}

/** The change with pointers that begin so many steps deeper. */
export function relativeTo(change: TreeChange, depth: number): TreeChange {
  const pointer = change.pointer.slice(depth);
  return change.kind === 'move' ? { ...change, pointer, to: change.to.slice(depth) } : { ...change, pointer };
}

function countProblems(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, { problemCount }) => sum + problemCount, 0);
}

/** True when a tree shows the change where it was made. */
function isMade(tree: TreeNode | undefined, change: TreeChange): boolean {
  const node = findNode(tree, change.pointer);
  switch (change.kind) {
    case 'set':
      return node !== undefined && equalValues(toPlainValue(node), change.value);
    case 'append':
      return node?.kind === 'list' && equalValues(toPlainValue(node.items.at(-1)), change.value);
    case 'rename':
      return node === undefined && findNode(tree, [...change.pointer.slice(0, -1), change.name]) !== undefined;
    case 'remove':
      return tree !== undefined && (node === undefined || Number.isInteger(Number(change.pointer.at(-1))));
    case 'move':
      return node === undefined && findNode(tree, change.to) !== undefined;
    default:
      return change satisfies never;
  }
}
