import { isMap } from '#core/tree/equal-values.ts';
import { isFlow, itemSpans, valueSpan, writtenEntries } from '#core/tree/locate-slot.ts';
import { renderFlow, usualLine } from '#core/tree/render-yaml.ts';
import type { TreeStyle } from '#core/tree/style.ts';
import type { ListNode, MapNode, PlainValue, TreeNode } from '#core/tree/tree.ts';
import { findValueQuotes, itemQuotes, type ValueQuotes } from '#core/tree/value-quotes.ts';
import { isInBrackets, type Writer } from '#core/tree/writer.ts';

/** A new value as its siblings are written. */
export interface ValueLikeSiblings {
  /** The value with its keys in the order of theirs. */
  readonly value: PlainValue;
  /** True where they stand in brackets on one line each, and the value has room there. */
  readonly isFlow: boolean;
}

/** So many siblings tell how they are written. */
const siblingsAsked = 20;

/** How a value is written into a map or list beside what is there. */
export function likeSiblings(writer: Writer, container: TreeNode, value: PlainValue): ValueLikeSiblings {
  if (container.kind === 'scalar' || !isMap(value) || Object.keys(value).length === 0) return { value, isFlow: false };
  const siblings = writtenValues(writer.text, container).filter((node) => node.kind === 'map');
  const ordered = inOrderOf(siblings, value);
  return { value: ordered, isFlow: !isInBrackets(writer, container) && areFlow(writer, siblings, ordered) };
}

/** So much of a collection tells how its strings are quoted. */
const sampleLength = 10_000;

/** The style of what is added to a collection: strings are quoted as those beside it, before those within, before those elsewhere. */
export function styleAmong({ text, language, style }: Writer, container: TreeNode): TreeStyle {
  if (container.kind === 'scalar' || language === 'json') return style;
  if (container.kind === 'list') {
    const items = itemQuotesOf(text, container);
    if (items !== undefined) return { ...style, valueQuotes: new Map([...style.valueQuotes, ...items]) };
  }
  const { start, end } = container.span;
  const within = findValueQuotes(text.slice(start, Math.min(end, start + sampleLength)));
  if (within === undefined) return style;
  const beside = findValueQuotes(
    writtenValues(text, container)
      .flatMap((node) => ownStrings(text, node))
      .join('\n'),
  );
  return { ...style, valueQuotes: new Map([...style.valueQuotes, ...within, ...(beside ?? [])]) };
}

/** How the strings that are items themselves are quoted. */
function itemQuotesOf(text: string, list: ListNode): ValueQuotes | undefined {
  const strings = writtenValues(text, list).filter((node) => node.kind === 'scalar' && typeof node.value === 'string');
  const quote = findValueQuotes(strings.map((node) => `item: ${textOf(text, node)}`).join('\n'))?.get('item');
  return quote && new Map([[itemQuotes, quote]]);
}

/** The strings of a map, without those further within, a line each. */
function ownStrings(text: string, node: TreeNode): readonly string[] {
  if (node.kind !== 'map') return [];
  return writtenEntries(node).flatMap(({ key, value }) =>
    value?.kind === 'scalar' && typeof value.value === 'string' && value.span.start > key.span.end
      ? [`${key.value}: ${textOf(text, value)}`]
      : [],
  );
}

/** The values that stand in the collection itself; what an alias stands for is written elsewhere. */
function writtenValues(text: string, container: MapNode | ListNode): readonly TreeNode[] {
  if (container.kind === 'list') {
    const spans = itemSpans(text, container) ?? [];
    return container.items.filter((node, index) => spans[index]?.start === node.span.start).slice(0, siblingsAsked);
  }
  const entries = writtenEntries(container).slice(0, siblingsAsked);
  return entries.flatMap((entry) => {
    const { value } = entry;
    return value !== undefined && valueSpan(text, entry)?.start === value.span.start ? [value] : [];
  });
}

/** The keys a sibling has, too, in its order, at the places they had together; the sibling that shares most of them decides. */
function inOrderOf(siblings: readonly TreeNode[], value: { readonly [key: string]: PlainValue }): PlainValue {
  let order: readonly string[] = [];
  for (const node of siblings) {
    const keys = node.kind === 'map' ? writtenEntries(node).map(({ key }) => key.value) : [];
    const shared = keys.filter((key) => Object.hasOwn(value, key));
    if (shared.length > order.length) order = shared;
  }
  if (order.length < 2) return value;
  const next = order.values();
  const keys = Object.keys(value).map((key) => (order.includes(key) ? (next.next().value ?? key) : key));
  return Object.fromEntries(keys.flatMap((key) => (value[key] === undefined ? [] : [[key, value[key]]])));
}

function areFlow({ text, language, style }: Writer, siblings: readonly TreeNode[], value: PlainValue): boolean {
  if (language === 'json') return false;
  const all = siblings.filter((node) => node.kind === 'map' && node.entries.length > 0);
  const alike = all.filter((node) => hasKeysOf(node, value));
  // A reference is written as other references are, whatever stands between them.
  const filled = alike.length > 0 ? alike : all;
  const lines = filled.filter((node) => isFlow(text, node) && !textOf(text, node).includes('\n'));
  if (lines.length * 2 <= filled.length) return false;
  const longest = Math.max(usualLine, ...lines.map((node) => textOf(text, node).length));
  return renderFlow(value, style).length <= longest;
}

function hasKeysOf(node: TreeNode, value: PlainValue): boolean {
  if (node.kind !== 'map' || !isMap(value)) return false;
  return node.entries.length === Object.keys(value).length && node.entries.every(({ key }) => key.value in value);
}

function textOf(text: string, { span }: TreeNode): string {
  return text.slice(span.start, span.end);
}
