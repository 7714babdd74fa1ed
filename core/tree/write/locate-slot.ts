import type { Span } from '#core/text/span.ts';
import { findEntry, type ListNode, type MapNode, type TreeEntry, type TreeNode } from '#core/tree/tree.ts';

/** The place a value stands in: the root of a text, behind a key, or an item of a list. */
export type Slot =
  | { readonly kind: 'root'; readonly node: TreeNode; readonly span: Span }
  | {
      readonly kind: 'entry';
      readonly container: MapNode;
      /** The index among the entries written in the map (`writtenEntries`). */
      readonly index: number;
      readonly entry: TreeEntry;
      readonly node: TreeNode;
      /** The text of the value; for an alias its token, not the node it stands for. */
      readonly span: Span;
    }
  | {
      readonly kind: 'item';
      readonly container: ListNode;
      readonly index: number;
      readonly node: TreeNode;
      readonly span: Span;
    };

/** The slots a pointer passes, the root first, and the steps that nothing exists for. */
export interface Route {
  readonly slots: readonly Slot[];
  readonly last: Slot;
  readonly missing: readonly string[];
  /** True when the first missing step exists, but comes from a merge key. */
  readonly isMerged: boolean;
}

/**
 * Follows a pointer as far as it goes. Undefined where it passes through a scalar, an alias or a merged entry, or where
 * the text is broken.
 */
export function locateSlot(text: string, tree: TreeNode, pointer: readonly string[]): Route | undefined {
  let last: Slot = { kind: 'root', node: tree, span: tree.span };
  const slots: Slot[] = [last];
  for (const [depth, step] of pointer.entries()) {
    if (isAlias(last)) return undefined;
    const found = stepInto(text, last.node, step);
    if (found === 'blocked') return undefined;
    if (found === 'absent' || found === 'merged') {
      const isMerged = found === 'merged';
      return { slots, last, missing: pointer.slice(depth), isMerged };
    }
    last = found;
    slots.push(last);
  }
  return { slots, last, missing: [], isMerged: false };
}

/** The entries that stand in the map's own text, in order. */
export function writtenEntries(map: MapNode): readonly TreeEntry[] {
  return map.entries.some(({ merged }) => merged) ? map.entries.filter(({ merged }) => !merged) : map.entries;
}

/** The text of an entry's value: an alias counts as its token. Undefined in broken text. */
export function valueSpan(text: string, entry: TreeEntry): Span | undefined {
  const { value, key } = entry;
  if (value === undefined) return undefined;
  if (value.span.start >= key.span.end) return value.span;
  return aliasSpan(text, key.span.end, /\s*:\s*(?=\*)/y);
}

/** The texts of a list's items; undefined when one cannot be told. */
export function itemSpans(text: string, list: ListNode): readonly Span[] | undefined {
  let position = list.span.start;
  const spans: Span[] = [];
  for (const item of list.items) {
    const inPlace = item.span.start >= position;
    const span = inPlace ? item.span : aliasSpan(text, position, /(?:[\s[,-]|#[^\n]*\n)*(?=\*)/y);
    if (span === undefined) return undefined;
    spans.push(span);
    position = span.end;
  }
  return spans;
}

/** True when the slot holds an alias, whose node is written elsewhere. */
export function isAlias({ node, span }: Slot): boolean {
  return node.span.start !== span.start || node.span.end !== span.end;
}

/** True when a collection is written in brackets. */
export function isFlow(text: string, node: TreeNode): boolean {
  if (node.kind === 'scalar') return false;
  const open = node.kind === 'map' ? '{' : '[';
  const firstChild = node.kind === 'map' ? node.entries.find(({ merged }) => !merged)?.key : node.items[0];
  return text[node.span.start] === open && firstChild?.span.start !== node.span.start;
}

function stepInto(text: string, node: TreeNode, step: string): Slot | 'absent' | 'merged' | 'blocked' {
  if (node.kind === 'scalar') return node.value === null ? 'absent' : 'blocked';
  return node.kind === 'list' ? stepIntoList(text, node, step) : stepIntoMap(text, node, step);
}

function stepIntoMap(text: string, container: MapNode, step: string): Slot | 'absent' | 'merged' | 'blocked' {
  const entry = findEntry(container, step);
  if (entry === undefined) return 'absent';
  if (entry.merged) return 'merged';
  const span = valueSpan(text, entry);
  if (entry.value === undefined || span === undefined) return 'blocked';
  return { kind: 'entry', container, index: writtenEntries(container).indexOf(entry), entry, node: entry.value, span };
}

function stepIntoList(text: string, container: ListNode, step: string): Slot | 'absent' | 'blocked' {
  if (!/^(?:0|[1-9]\d*)$/.test(step)) return 'blocked';
  const index = Number(step);
  const node = container.items[index];
  if (node === undefined) return index === container.items.length ? 'absent' : 'blocked';
  const span = itemSpans(text, container)?.[index];
  return span === undefined ? 'blocked' : { kind: 'item', container, index, node, span };
}

function aliasSpan(text: string, from: number, lead: RegExp): Span | undefined {
  lead.lastIndex = from;
  if (!lead.test(text)) return undefined;
  const start = lead.lastIndex;
  const token = /\*[^\s,[\]{}]+/y;
  token.lastIndex = start;
  return token.test(text) ? { start, end: token.lastIndex } : undefined;
}
