import { type Located, shiftSpan } from '#core/text/span.ts';
import type { TreeLanguage } from '#core/tree/section.ts';
import type { ListNode, MapNode, TreeEntry, TreeNode } from '#core/tree/tree.ts';

/** A section as far as its place in the file's tree goes. */
export interface PlacedSection {
  readonly pointer: readonly string[];
  readonly isHeader: boolean;
  readonly key: Located<string> | undefined;
  readonly tree: TreeNode | undefined;
  /** The offset of the section in its file. */
  readonly start: number;
}

/**
 * One tree for a file in sections, its spans counted from the start of the file. Nodes within a section are made when
 * they are looked at. Undefined when nothing could be read.
 */
export function documentTree(
  text: string,
  language: TreeLanguage,
  sections: readonly PlacedSection[],
): TreeNode | undefined {
  const [first] = sections;
  if (first === undefined) return undefined;
  if (sections.length === 1 && first.pointer.length === 0) return first.tree && shiftNode(first.tree, first.start);
  const rootStart = language === 'json' ? text.indexOf('{') : undefined;
  return mapOf(text, entriesBelow(text, language, sections, []), rootStart);
}

/** The same node with every place moved; parts are made when they are looked at. */
export function shiftNode(node: TreeNode, offset: number): TreeNode {
  if (offset === 0) return node;
  switch (node.kind) {
    case 'scalar':
      return { kind: 'scalar', span: shiftSpan(node.span, offset), value: node.value };
    case 'list':
      return new ShiftedList(node, offset);
    case 'map':
      return new ShiftedMap(node, offset);
    default:
      return node satisfies never;
  }
}

class ShiftedList implements ListNode {
  readonly kind = 'list';
  readonly span;
  readonly #shifted: () => readonly TreeNode[];

  constructor(node: ListNode, offset: number) {
    this.span = shiftSpan(node.span, offset);
    this.#shifted = once(() => node.items.map((item) => shiftNode(item, offset)));
  }

  get items(): readonly TreeNode[] {
    return this.#shifted();
  }
}

class ShiftedMap implements MapNode {
  readonly kind = 'map';
  readonly span;
  readonly #shifted: () => readonly TreeEntry[];

  constructor(node: MapNode, offset: number) {
    this.span = shiftSpan(node.span, offset);
    this.#shifted = once(() => node.entries.map((entry) => shiftEntry(entry, offset)));
  }

  get entries(): readonly TreeEntry[] {
    return this.#shifted();
  }
}

function shiftEntry(entry: TreeEntry, offset: number): TreeEntry {
  const key = { value: entry.key.value, span: shiftSpan(entry.key.span, offset) };
  const value = entry.value && shiftNode(entry.value, offset);
  return entry.merged ? { key, value, merged: true } : { key, value };
}

/** The entries of a header, from the sections that lie below it. */
function entriesBelow(
  text: string,
  language: TreeLanguage,
  sections: readonly PlacedSection[],
  parent: readonly string[],
): readonly TreeEntry[] {
  const entries: TreeEntry[] = [];
  for (let index = 0; index < sections.length; index++) {
    const section = sections[index];
    if (section?.key === undefined || section.pointer.length !== parent.length + 1) continue;
    const key = { value: section.key.value, span: shiftSpan(section.key.span, section.start) };
    const children = section.isHeader ? childrenOf(sections, index) : [];
    const value = section.isHeader
      ? mapOf(text, entriesBelow(text, language, children, section.pointer), bracketAfter(text, language, key.span.end))
      : section.tree && shiftNode(section.tree, section.start);
    entries.push({ key, value });
    index += children.length;
  }
  return entries;
}

function childrenOf(sections: readonly PlacedSection[], header: number): readonly PlacedSection[] {
  const depth = sections[header]?.pointer.length ?? 0;
  let end = header + 1;
  while ((sections[end]?.pointer.length ?? 0) > depth) end += 1;
  return sections.slice(header + 1, end);
}

/** A map around entries; `open` is the place of its bracket, where it has one. */
function mapOf(text: string, entries: readonly TreeEntry[], open: number | undefined): MapNode {
  const first = entries[0]?.key.span.start ?? open ?? 0;
  const last = entries.at(-1);
  const lastEnd = last?.value?.span.end ?? last?.key.span.end ?? first;
  if (open === undefined) return { kind: 'map', span: { start: first, end: lastEnd }, entries };
  const close = /(?:\s|,|\/\/[^\n]*\n|\/\*[\s\S]*?\*\/)*\}/y;
  close.lastIndex = lastEnd;
  return { kind: 'map', span: { start: open, end: close.test(text) ? close.lastIndex : lastEnd }, entries };
}

function bracketAfter(text: string, language: TreeLanguage, keyEnd: number): number | undefined {
  return language === 'json' ? text.indexOf('{', keyEnd) : undefined;
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
