import type { PlainValue } from '#core/tree/tree.ts';
import { type JsonLayout, renderJson, renderJsonEntry } from '#core/tree/write/render-json.ts';
import { renderEntry, renderFlow, renderFlowEntry, renderItem, renderYamlKey } from '#core/tree/write/render-yaml.ts';
import type { TreeStyle } from '#core/tree/write/style.ts';
import { itemQuotes } from '#core/tree/write/value-quotes.ts';
import { quoteYaml } from '#core/tree/write/yaml-scalar.ts';

/** A new entry or list item that can be written in any style. */
export interface Addition {
  readonly kind: 'entry' | 'item';
  /** Whole lines with the key or the dash at `column`. `gap` is the distance from dash to item. */
  block(column: number, gap?: number): readonly string[];
  /** One entry or item of a YAML flow collection, on one line. */
  flow(): string;
  /** One entry or item of a JSON collection; its first line is not indented. */
  json(layout: JsonLayout): string;
}

/** The quotes a key is given; undefined where the key itself decides. */
export type KeyQuote = '' | "'" | '"' | undefined;

/** How an addition is written, as its neighbours are. */
export interface AdditionLook {
  /** The quotes of the neighbours' keys; undefined where the key decides. */
  readonly keyQuote?: KeyQuote;
  /** Whether the value stands in brackets on the line of its key or dash, in block style too. */
  readonly isFlow?: boolean;
}

/** A new entry. */
export function entryAddition(
  key: string,
  value: PlainValue,
  style: TreeStyle,
  { keyQuote, isFlow }: AdditionLook = {},
): Addition {
  const keyText = yamlKeyLike(key, keyQuote, style);
  return {
    kind: 'entry',
    block: (column) =>
      isFlow === true
        ? [`${' '.repeat(column)}${keyText}: ${renderFlow(value, style, key)}`]
        : renderEntry(key, keyText, value, column, style),
    flow: () => renderFlowEntry(key, value, style),
    json: (layout) => renderJsonEntry(key, value, inLook(layout, isFlow), style),
  };
}

/** A new list item. */
export function itemAddition(value: PlainValue, style: TreeStyle, { isFlow }: AdditionLook = {}): Addition {
  return {
    kind: 'item',
    block: (column, gap = 2) =>
      isFlow === true
        ? [`${' '.repeat(column)}-${' '.repeat(gap - 1)}${renderFlow(value, style)}`]
        : renderItem(value, column, column + gap, style),
    flow: () => renderFlow(value, style, itemQuotes),
    json: (layout) => renderJson(value, inLook(layout, isFlow), style),
  };
}

function inLook(layout: JsonLayout, isFlow: boolean | undefined): JsonLayout {
  return isFlow === true ? { ...layout, isInline: true } : layout;
}

/** The addition inside new maps under these keys, the outermost first; `keyQuote` as in `AdditionLook`. */
export function nestAddition(
  keys: readonly string[],
  addition: Addition,
  style: TreeStyle,
  keyQuote?: KeyQuote,
): Addition {
  return keys.reduceRight(
    (inner, key, depth) => nestOnce(key, inner, style, depth === 0 ? keyQuote : undefined),
    addition,
  );
}

/** How much deeper than its key a new collection of this kind stands. */
export function additionDepth(addition: Addition, style: TreeStyle): number {
  return addition.kind === 'item' ? style.dashIndentation : style.indentation.length;
}

/** A JSON collection that holds nothing but the addition. */
export function renderJsonAround(addition: Addition, layout: JsonLayout, style: TreeStyle): string {
  const [open, close] = addition.kind === 'item' ? ['[', ']'] : ['{', '}'];
  if (layout.isInline) {
    const padding = addition.kind === 'entry' && !style.isMinified ? style.padding : '';
    return open + padding + addition.json(layout) + padding + close;
  }
  const indentation = layout.indentation + style.indentation;
  const inner = addition.json({ ...layout, indentation });
  return `${open}${style.lineBreak}${indentation}${inner}${style.lineBreak}${layout.indentation}${close}`;
}

/** A YAML flow collection that holds nothing but the addition. */
export function renderFlowAround(addition: Addition, style: TreeStyle): string {
  return addition.kind === 'item' ? `[${addition.flow()}]` : `{${style.padding}${addition.flow()}${style.padding}}`;
}

function nestOnce(key: string, inner: Addition, style: TreeStyle, keyQuote: KeyQuote): Addition {
  return {
    kind: 'entry',
    block: (column) => [
      `${' '.repeat(column)}${yamlKeyLike(key, keyQuote, style)}:`,
      ...inner.block(column + additionDepth(inner, style)),
    ],
    flow: () => `${renderYamlKey(key, 'flow-key', style)}: ${renderFlowAround(inner, style)}`,
    json: (layout) => JSON.stringify(key) + style.colon + renderJsonAround(inner, layout, style),
  };
}

function yamlKeyLike(key: string, keyQuote: KeyQuote, style: TreeStyle): string {
  if (keyQuote === undefined) return renderYamlKey(key, 'key', style);
  if (keyQuote !== '') return quoteYaml(key, keyQuote);
  return renderYamlKey(key, 'key', { ...style, numberKeyQuote: '' });
}
