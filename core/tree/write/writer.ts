import type { TreeLanguage } from '#core/tree/section.ts';
import type { ListNode, MapNode, TreeNode } from '#core/tree/tree.ts';
import type { KeyQuote } from '#core/tree/write/addition.ts';
import { type BlockPart, blockParts } from '#core/tree/write/block-extent.ts';
import type { BlockSlot } from '#core/tree/write/edit-block.ts';
import { isFlow, type Route, type Slot, writtenEntries } from '#core/tree/write/locate-slot.ts';
import type { TreeStyle } from '#core/tree/write/style.ts';
import { columnOf, lineEnd } from '#core/tree/write/text-lines.ts';

/** A text being changed and the style it is changed in. */
export interface Writer {
  readonly text: string;
  readonly tree: TreeNode;
  readonly language: TreeLanguage;
  readonly style: TreeStyle;
}

/** True for every JSON collection, and for a YAML one in brackets. */
export function isInBrackets({ text, language }: Writer, node: TreeNode): boolean {
  return language === 'json' ? node.kind !== 'scalar' : isFlow(text, node);
}

/** True where only flow style is allowed: in JSON, and between brackets. */
export function isWrittenInFlow(writer: Writer, slot: Slot): boolean {
  return writer.language === 'json' || (slot.kind !== 'root' && isInBrackets(writer, slot.container));
}

/** The parts of the block collection a slot belongs to; undefined at the root, in flow style and in broken text. */
export function blockPartsAround(writer: Writer, slot: Slot): readonly BlockPart[] | undefined {
  if (slot.kind === 'root' || isInBrackets(writer, slot.container)) return undefined;
  return blockParts(writer.text, slot.container);
}

export interface PlacedBlockSlot extends BlockSlot {
  /** Of the key or the dash. */
  readonly column: number;
  /** Where the parts of a collection after a dash stand. */
  readonly valueColumn: number;
}

/** Undefined in broken text, and where an anchor or a tag stands before the value. */
export function blockSlot(writer: Writer, slot: Slot): PlacedBlockSlot | undefined {
  const { text } = writer;
  const { node, span } = slot;
  if (slot.kind === 'root') {
    const column = columnOf(text, span.start);
    return { markerEnd: span.start, node, value: span, isRoot: true, column, valueColumn: column };
  }
  const part = blockPartsAround(writer, slot)?.[slot.index];
  if (part === undefined) return undefined;
  const between = text.slice(part.markerEnd, span.start).replace(/#.*/g, '');
  if (/[&!]/.test(between)) return undefined;
  const isOnLine = span.start > part.markerEnd && lineEnd(text, part.markerEnd) >= span.start;
  const valueColumn = isOnLine ? columnOf(text, span.start) : part.column + 2;
  return { markerEnd: part.markerEnd, node, value: span, isRoot: false, column: part.column, valueColumn };
}

/** What a value in brackets lacks before it: `{a}` has no colon, `{a:}` no space. */
export function flowLead({ text }: Writer, slot: Slot): string {
  if (slot.kind !== 'entry' || slot.span.start !== slot.span.end) return '';
  return text.slice(slot.entry.key.span.end, slot.span.start).includes(':') ? ' ' : ': ';
}

/** Brackets in YAML are written as JSON where the keys around have double quotes. */
export function notationOf({ text, language, style }: Writer, { slots }: Route): { isJson: boolean; style: TreeStyle } {
  const hasQuotedKeys = slots.some(({ node }) => {
    const first = node.kind === 'map' && isFlow(text, node) ? writtenEntries(node)[0] : undefined;
    return first !== undefined && text[first.key.span.start] === '"';
  });
  return { isJson: language === 'json' || hasQuotedKeys, style };
}

/** The quotes around the keys of a map, where all that look like `key` (a code, or a word) have the same. */
export function keyQuoteOf({ text }: Writer, node: TreeNode, key: string): KeyQuote {
  if (node.kind !== 'map') return undefined;
  const isCode = looksLikeCode(key);
  const keys = writtenEntries(node)
    .slice(0, 20)
    .filter(({ key: { value } }) => looksLikeCode(value) === isCode);
  const quotes = new Set(keys.map(({ key: { span } }) => quoteAt(text, span.start)));
  const [quote] = quotes;
  return quotes.size === 1 && (isCode || quote !== '') ? quote : undefined;
}

/** `404`, `4XX`: quoted for what they look like, unlike the `default` beside them. */
function looksLikeCode(key: string): boolean {
  return /^\d[\dX]*$/.test(key);
}

/** The quote that begins at an offset; empty when none does. */
export function quoteAt(text: string, offset: number): '' | "'" | '"' {
  const unit = text[offset];
  return unit === "'" || unit === '"' ? unit : '';
}

export function partCount(node: MapNode | ListNode): number {
  return node.kind === 'map' ? writtenEntries(node).length : node.items.length;
}
