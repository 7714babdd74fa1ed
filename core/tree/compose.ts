import type { TreeDocument, TreeSection } from '#core/tree/section.ts';
import { sectionIdOf } from '#core/tree/section-ids.ts';
import { findNode, type PlainValue, type TreeNode, toPlainValue } from '#core/tree/tree.ts';

/** The value of a file put together from its sections; null when nothing could be read. */
export function composeValue(document: TreeDocument): PlainValue {
  const [first] = document.sections;
  if (document.sections.length === 1 && first?.pointer.length === 0) return toPlainValue(first.tree);
  return composeLevel(document.sections, []);
}

/** A value of a file with the section it lies in; `node` is undefined for a header, whose entries are sections. */
export interface FoundNode {
  readonly section: TreeSection;
  readonly node: TreeNode | undefined;
}

/** Where the value at a JSON pointer is; undefined when there is none. The last one wins among duplicate keys. */
export function findInDocument(document: TreeDocument, pointer: readonly string[]): FoundNode | undefined {
  const sections = sectionsById(document);
  for (let length = pointer.length; length >= 0; length--) {
    const section = sections.get(sectionIdOf(document.uri, pointer.slice(0, length)));
    if (section === undefined) continue;
    if (length === pointer.length && (section.isHeader || section.tree === undefined))
      return { section, node: undefined };
    const node = findNode(section.tree, pointer.slice(length));
    return node === undefined ? undefined : { section, node };
  }
  return undefined;
}

const indexes = new WeakMap<TreeDocument, ReadonlyMap<string, TreeSection>>();

function sectionsById(document: TreeDocument): ReadonlyMap<string, TreeSection> {
  const known = indexes.get(document);
  if (known !== undefined) return known;
  const index = new Map(document.sections.map((section) => [sectionIdOf(section.uri, section.pointer), section]));
  indexes.set(document, index);
  return index;
}

function composeLevel(sections: readonly TreeSection[], parent: readonly string[]): PlainValue {
  const entries: [string, PlainValue][] = [];
  for (const [index, section] of sections.entries()) {
    const name = section.pointer[parent.length];
    if (name === undefined || section.pointer.length !== parent.length + 1) continue;
    entries.push([
      name,
      section.isHeader ? composeLevel(sectionsBelow(sections, index), section.pointer) : toPlainValue(section.tree),
    ]);
  }
  return Object.fromEntries(entries);
}

/** The sections of a header's entries: those behind it that lie deeper. */
function sectionsBelow(sections: readonly TreeSection[], header: number): readonly TreeSection[] {
  const depth = sections[header]?.pointer.length ?? 0;
  let end = header + 1;
  while ((sections[end]?.pointer.length ?? 0) > depth) end++;
  return sections.slice(header + 1, end);
}
