import { containsSpan, type Span } from '#core/text/span.ts';
import type { TreeSection } from '#core/tree/section.ts';
import { entriesOf, findString, itemsOf, type TreeEntry, type TreeNode } from '#core/tree/tree.ts';

/** A value with the name it goes by, as far as it is written where its name is. */
export interface WrittenEntry {
  readonly name: string;
  readonly nameSpan: Span;
  /** Undefined where nothing is written, or an alias of something that stands elsewhere. */
  readonly node: TreeNode | undefined;
  /** Name and value. */
  readonly span: Span;
}

/** The entries that are written in a map, in text order; none of any other value. */
export function writtenEntries(node: TreeNode | undefined): readonly WrittenEntry[] {
  return entriesOf(node)
    .filter(({ merged }) => merged !== true)
    .map(writtenEntry);
}

/** The entry of this key; undefined where it is not written. */
export function findWritten(node: TreeNode | undefined, key: string): WrittenEntry | undefined {
  const entry = entriesOf(node).find((each) => each.key.value === key && each.merged !== true);
  return entry && writtenEntry(entry);
}

/** The items that are written in a list, named by the first of `keys` that tells a text, else by their number from 0. */
export function writtenItems(list: TreeNode | undefined, keys: readonly string[]): readonly WrittenEntry[] {
  return itemsOf(list).flatMap((node, index) => {
    if (list === undefined || !containsSpan(list.span, node.span)) return [];
    const label = keys.map((key) => findString(node, key)).find((text) => text !== undefined && text.value !== '');
    const isHere = label !== undefined && containsSpan(node.span, label.span);
    const nameSpan = isHere ? label.span : (entriesOf(node)[0]?.key.span ?? node.span);
    const isWithin = containsSpan(node.span, nameSpan);
    return {
      name: label?.value ?? String(index),
      nameSpan: isWithin ? nameSpan : node.span,
      node,
      span: node.span,
    };
  });
}

/** The value of a section under its key. */
export function sectionEntry({ key, tree, pointer }: TreeSection): WrittenEntry | undefined {
  if (key !== undefined) return writtenEntry({ key, value: tree });
  return tree && wholeEntry(tree, pointer.at(-1) ?? '');
}

/** A value without a key, under a name that is written elsewhere. */
export function wholeEntry(node: TreeNode, name: string): WrittenEntry {
  const first = entriesOf(node)[0]?.key.span;
  return {
    name,
    nameSpan: first !== undefined && containsSpan(node.span, first) ? first : node.span,
    node,
    span: node.span,
  };
}

function writtenEntry({ key, value }: TreeEntry): WrittenEntry {
  // What an alias stands for was written before it.
  const node = value !== undefined && value.span.start >= key.span.end ? value : undefined;
  const span = { start: key.span.start, end: node?.span.end ?? key.span.end };
  return { name: key.value, nameSpan: key.span, node, span };
}
