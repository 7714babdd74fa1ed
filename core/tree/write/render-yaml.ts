import { isList, isMap } from '#core/tree/equal-values.ts';
import type { PlainValue, Scalar } from '#core/tree/tree.ts';
import { referenceItems } from '#core/tree/write/flow-items.ts';
import { widthBeside, widthUnder } from '#core/tree/write/flow-maps.ts';
import type { TreeStyle } from '#core/tree/write/style.ts';
import { itemQuotes, type ValueQuote } from '#core/tree/write/value-quotes.ts';
import { canBeLiteral, quoteFor, quoteYaml, renderYamlScalar, type ScalarPlace } from '#core/tree/write/yaml-scalar.ts';

/**
 * A value in block style: `head` stands on the line of its key or dash (empty when nothing does), `body` are whole lines
 * below it, indentation included.
 */
export interface BlockText {
  readonly head: string;
  readonly body: readonly string[];
}

/** The value of a key that stands at `column`; `key` decides how a string is quoted. */
export function renderUnderKey(value: PlainValue, column: number, style: TreeStyle, key?: string): BlockText {
  if (isInline(value, style)) return { head: renderFlow(value, style), body: [] };
  if (isList(value)) return { head: '', body: renderItemsUnder(key, value, column + style.dashIndentation, style) };
  const inner = column + style.indentation.length;
  if (isMap(value)) return { head: '', body: renderEntries(value, inner, style, key) };
  return renderScalar(value, inner, style, quoteUnder(key, style));
}

/** The value after a dash, its own parts standing at `column`. */
export function renderAfterDash(value: PlainValue, column: number, style: TreeStyle): BlockText {
  if (isInline(value, style)) return { head: renderFlow(value, style), body: [] };
  if (!isList(value) && !isMap(value))
    return renderScalar(value, column, style, style.valueQuotes.get(itemQuotes)?.value);
  const [first = '', ...rest] = isList(value) ? renderItems(value, column, style) : renderEntries(value, column, style);
  return { head: first.slice(column), body: rest };
}

/** A whole entry at `column`, as lines. `keyText` is the key as it is to be written. */
export function renderEntry(
  key: string,
  keyText: string,
  value: PlainValue,
  column: number,
  style: TreeStyle,
): readonly string[] {
  const { head, body } = renderUnderKey(value, column, style, key);
  return [`${' '.repeat(column)}${keyText}:${head === '' ? '' : ` ${head}`}`, ...body];
}

/** A whole list item with its dash at `dashColumn` and its parts at `column`, as lines. */
export function renderItem(value: PlainValue, dashColumn: number, column: number, style: TreeStyle): readonly string[] {
  const { head, body } = renderAfterDash(value, column, style);
  return [`${' '.repeat(dashColumn)}-${' '.repeat(column - dashColumn - 1)}${head}`, ...body];
}

/** A key of a new entry; one that looks like a number is quoted as the file quotes response codes. */
export function renderYamlKey(key: string, place: 'key' | 'flow-key', style: TreeStyle): string {
  if (!/^\d(?:\d*|XX)$/.test(key)) return renderYamlScalar(key, place, style.quote);
  return style.numberKeyQuote === '' && !/^0\d/.test(key) ? key : quoteYaml(key, style.numberKeyQuote || style.quote);
}

/** A value in flow style on one line; `key` decides how a string is quoted. */
export function renderFlow(value: PlainValue, style: TreeStyle, key?: string): string {
  if (isList(value)) return `[${value.map((item) => renderFlow(item, style)).join(', ')}]`;
  if (!isMap(value)) return renderOneLine(value, 'flow', style, quoteUnder(key, style));
  const entries = Object.entries(value).map(([key, item]) => renderFlowEntry(key, item, style));
  return entries.length === 0 ? '{}' : `{${style.padding}${entries.join(', ')}${style.padding}}`;
}

/** `key: value` in flow style. */
export function renderFlowEntry(key: string, value: PlainValue, style: TreeStyle): string {
  return `${renderYamlKey(key, 'flow-key', style)}: ${renderFlow(value, style, key)}`;
}

/** Empty collections, and lists of scalars where the file writes them on one line. */
function isInline(value: PlainValue, style: TreeStyle): boolean {
  if (isList(value)) {
    return value.length === 0 || (style.inlineLists && value.every((item) => !isList(item) && !isMap(item)));
  }
  return isMap(value) && Object.keys(value).length === 0;
}

function renderEntries(
  value: { readonly [key: string]: PlainValue },
  column: number,
  style: TreeStyle,
  parent = '',
): readonly string[] {
  return Object.entries(value).flatMap(([key, item]) => {
    const keyText = renderYamlKey(key, 'key', style);
    const line = flowLine(key, keyText, item, column, parent, style);
    return line === undefined ? renderEntry(key, keyText, item, column, style) : [line];
  });
}

/** An entry whose map stands in brackets, as maps like it do; undefined where they do not, or there is no room. */
function flowLine(
  key: string,
  keyText: string,
  value: PlainValue,
  column: number,
  parent: string,
  style: TreeStyle,
): string | undefined {
  const width = widthUnder(key, parent, value, style.flowMaps) ?? 0;
  if (width === 0) return undefined;
  const line = `${' '.repeat(column)}${keyText}: ${renderFlow(value, style, key)}`;
  return line.length <= width ? line : undefined;
}

/** True for a map that stands in brackets as an item of a list under this key, as elsewhere in the file. */
export function isFlowItem(key: string | undefined, item: PlainValue, style: TreeStyle): boolean {
  if (key === undefined || !isMap(item)) return false;
  const isReference = Object.hasOwn(item, '$ref') && style.flowItems.has(referenceItems);
  if (style.flowItems.get(isReference ? referenceItems : key) !== true) return false;
  return renderFlow(item, style).length <= widthBeside(style.flowMaps.width);
}

function renderItemsUnder(
  key: string | undefined,
  items: readonly PlainValue[],
  column: number,
  style: TreeStyle,
): readonly string[] {
  return items.flatMap((item) => {
    if (!isFlowItem(key, item, style)) return renderItems([item], column, style);
    return [`${' '.repeat(column)}- ${renderFlow(item, style)}`];
  });
}

function renderItems(value: readonly PlainValue[], column: number, style: TreeStyle): readonly string[] {
  return value.flatMap((item) => renderItem(item, column, column + 2, style));
}

function renderScalar(
  value: string | number | boolean | null,
  column: number,
  style: TreeStyle,
  quote?: ValueQuote,
): BlockText {
  if (typeof value !== 'string' || !canBeLiteral(value)) {
    return { head: renderOneLine(value, 'block', style, quote), body: [] };
  }
  const isClipped = value.endsWith('\n');
  const lines = (isClipped ? value.slice(0, -1) : value).split('\n');
  return { head: isClipped ? '|' : '|-', body: lines.map((line) => (line === '' ? '' : ' '.repeat(column) + line)) };
}

function renderOneLine(value: Scalar, place: ScalarPlace, style: TreeStyle, quote: ValueQuote | undefined): string {
  if (typeof value === 'string' && quote?.always) return quoteYaml(value, quoteFor(value, quote.quote ?? style.quote));
  return renderYamlScalar(value, place, quote?.quote ?? style.quote);
}

function quoteUnder(key: string | undefined, { valueQuotes }: TreeStyle): ValueQuote | undefined {
  return ((key === undefined ? undefined : valueQuotes.get(key)) ?? valueQuotes.get(''))?.value;
}
