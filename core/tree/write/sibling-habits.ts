import { isMap } from '#core/tree/equal-values.ts';
import type { ListNode, MapNode, PlainValue, TreeNode } from '#core/tree/tree.ts';
import { widthBeside, widthUnder } from '#core/tree/write/flow-maps.ts';
import { clearer } from '#core/tree/write/habit.ts';
import { isFlow, itemSpans, valueSpan, writtenEntries } from '#core/tree/write/locate-slot.ts';
import { renderJson } from '#core/tree/write/render-json.ts';
import { renderFlow } from '#core/tree/write/render-yaml.ts';
import type { TreeStyle } from '#core/tree/write/style.ts';
import { lineEnd, lineStart } from '#core/tree/write/text-lines.ts';
import { findValueQuotes, itemQuotes, type ValueQuotes } from '#core/tree/write/value-quotes.ts';
import { isInBrackets, type Writer } from '#core/tree/write/writer.ts';
import { largest } from '#core/work/largest.ts';

/** A new value as its siblings are written. */
export interface ValueLikeSiblings {
  /** The value with its keys in the order of theirs. */
  readonly value: PlainValue;
  /** True where they stand in brackets on one line each, and the value has room there. */
  readonly isFlow: boolean;
  readonly style: TreeStyle;
}

/** The key a new entry has, none for an item, and the key its map stands under. */
export interface Place {
  readonly key: string | undefined;
  readonly parent: string;
}

/** So many siblings tell how they are written. */
const siblingsAsked = 20;

/** How a value is written into a map or list beside what is there. */
export function likeSiblings(writer: Writer, container: TreeNode, value: PlainValue, place: Place): ValueLikeSiblings {
  const style = styleAmong(writer, container);
  if (container.kind === 'scalar' || !isCollection(value)) return { value, isFlow: false, style };
  const siblings = writtenValues(writer.text, container).filter(({ kind }) => kind === 'map');
  const ordered = isMap(value) ? inOrderOf(siblings, value) : value;
  if (writer.language === 'yaml' && isInBrackets(writer, container)) return { value: ordered, isFlow: false, style };
  const stand = standOf(writer, siblings, ordered, place);
  if (stand !== 'deeper') return { value: ordered, isFlow: stand === 'brackets', style };
  return { value: ordered, isFlow: false, style: { ...style, flowMaps: { ...style.flowMaps, isUsual: true } } };
}

/** A filled map, or a list. */
function isCollection(value: PlainValue): boolean {
  return isMap(value) ? Object.keys(value).length > 0 : Array.isArray(value);
}

/** So much of a collection tells how its strings are quoted. */
const sampleLength = 10_000;

/** The style of what is added to a collection: strings are quoted as those beside it, before those within, before those elsewhere. */
function styleAmong({ text, language, style }: Writer, container: TreeNode): TreeStyle {
  if (container.kind === 'scalar' || language === 'json') return style;
  if (container.kind === 'list') {
    const items = itemQuotesOf(text, container);
    if (items !== undefined) return { ...style, valueQuotes: clearer(items, style.valueQuotes) };
  }
  const { start, end } = container.span;
  const within = findValueQuotes(text.slice(start, Math.min(end, start + sampleLength)));
  if (within === undefined) return style;
  const beside = findValueQuotes(
    writtenValues(text, container)
      .flatMap((node) => ownStrings(text, node))
      .join('\n'),
  );
  return { ...style, valueQuotes: clearer(beside ?? new Map(), clearer(within, style.valueQuotes)) };
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

/** Where a map stands beside its siblings; `deeper` where brackets are the habit, but have no room for all of it. */
type Stand = 'brackets' | 'block' | 'deeper';

/** As those with the same keys stand, else as maps under its key do elsewhere, else as all beside it. */
function standOf(writer: Writer, siblings: readonly TreeNode[], value: PlainValue, place: Place): Stand {
  const { text, style } = writer;
  const filled = siblings.filter((node) => node.kind === 'map' && node.entries.length > 0);
  // A reference is written as other references are, whatever stands between them.
  const alike = filled.filter((node) => hasKeysOf(node, value));
  const elsewhere = place.key === undefined ? undefined : widthUnder(place.key, place.parent, value, style.flowMaps);
  const near = alike.length > 0 ? alike : elsewhere === undefined && isMap(value) ? filled : [];
  const lines = near.filter((node) => isOneLine(writer, node));
  if (near.length > 0 ? lines.length * 2 <= near.length : (elsewhere ?? 0) === 0) return 'block';
  const widths = lines.map(({ span }) => lineEnd(text, span.end) - lineStart(text, span.start));
  const [first = siblings[0]] = lines;
  const lead = first === undefined ? 0 : first.span.start - lineStart(text, first.span.start);
  const most = near.length > 0 ? widthBeside(largest(style.flowMaps.width, widths)) : (elsewhere ?? 0);
  return lead + inBrackets(writer, value).length <= most ? 'brackets' : 'deeper';
}

function isOneLine({ text, language }: Writer, node: TreeNode): boolean {
  return (language === 'json' || isFlow(text, node)) && !textOf(text, node).includes('\n');
}

function inBrackets({ language, style }: Writer, value: PlainValue): string {
  return language === 'json' ? renderJson(value, { isInline: true, indentation: '' }, style) : renderFlow(value, style);
}

function hasKeysOf(node: TreeNode, value: PlainValue): boolean {
  if (node.kind !== 'map' || !isMap(value)) return false;
  return (
    node.entries.length === Object.keys(value).length &&
    node.entries.every(({ key }) => Object.hasOwn(value, key.value))
  );
}

function textOf(text: string, { span }: TreeNode): string {
  return text.slice(span.start, span.end);
}
