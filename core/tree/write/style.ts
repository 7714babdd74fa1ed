import type { TreeLanguage } from '#core/tree/section.ts';
import { findFlowItems } from '#core/tree/write/flow-items.ts';
import { type FlowMaps, findFlowMaps, nearerFlowMaps, noFlowMaps } from '#core/tree/write/flow-maps.ts';
import { clearer } from '#core/tree/write/habit.ts';
import { findBareReferences } from '#core/tree/write/reference-spelling.ts';
import { findValueQuotes, type ValueQuotes } from '#core/tree/write/value-quotes.ts';

/** How a YAML or JSON text is laid out, as far as its writer has to follow. */
export interface TreeStyle {
  readonly lineBreak: '\n' | '\r\n';
  /** What one level is indented by: spaces in YAML, spaces or a tab in JSON. */
  readonly indentation: string;
  /** YAML: how much deeper than its key a list's dashes stand. */
  readonly dashIndentation: number;
  /** YAML: the quotes of strings that need some. */
  readonly quote: "'" | '"';
  /** YAML: how the strings under single keys are quoted. */
  readonly valueQuotes: ValueQuotes;
  /** YAML: what stands around keys that look like numbers (response codes). */
  readonly numberKeyQuote: '' | "'" | '"';
  /** Whether lists of scalars are written on one line, as in `[a, b]`. */
  readonly inlineLists: boolean;
  /** YAML: by key, whether the maps of a block list under it stand in brackets, a line each. */
  readonly flowItems: ReadonlyMap<string, boolean>;
  /** Whether maps in a block stand in brackets on the line of their key. */
  readonly flowMaps: FlowMaps;
  /** Flow style: `{ a: 1 }` rather than `{a: 1}`. */
  readonly padding: '' | ' ';
  /** Whether references to files beside or below this one begin without `./`. */
  readonly bareReferences: boolean;
  /** JSON: what stands between key and value. */
  readonly colon: ':' | ': ';
  /** JSON: the text is one line without white space. */
  readonly isMinified: boolean;
}

/** Signs found in a text; undefined where it shows none. */
export type StyleEvidence = { readonly [K in keyof TreeStyle]: TreeStyle[K] | undefined };

const sampleLength = 200_000;

/** Reads the style of a text from its first 200 000 units. */
export function findStyle(text: string, language: TreeLanguage): StyleEvidence {
  const sample = text.slice(0, sampleLength);
  return language === 'json' ? jsonEvidence(sample) : yamlEvidence(sample);
}

/** The first evidence for each trait, or what the language is usually written in. */
export function resolveStyle(language: TreeLanguage, ...evidence: readonly StyleEvidence[]): TreeStyle {
  const first = <K extends keyof TreeStyle>(trait: K, usual: TreeStyle[K]): TreeStyle[K] =>
    evidence.find((found) => found[trait] !== undefined)?.[trait] ?? usual;
  const quote = first('quote', "'");
  return {
    lineBreak: first('lineBreak', '\n'),
    indentation: first('indentation', '  '),
    dashIndentation: first('dashIndentation', language === 'yaml' ? 2 : 0),
    quote,
    valueQuotes: evidence.reduceRight<ValueQuotes>(
      (far, near) => clearer(near.valueQuotes ?? new Map(), far),
      new Map(),
    ),
    numberKeyQuote: first('numberKeyQuote', quote),
    inlineLists: first('inlineLists', false),
    flowItems: byKey(evidence.map(({ flowItems }) => flowItems)),
    flowMaps: evidence.reduceRight<FlowMaps>(
      (far, near) => nearerFlowMaps(near.flowMaps ?? noFlowMaps, far),
      noFlowMaps,
    ),
    bareReferences: first('bareReferences', false),
    padding: first('padding', ''),
    colon: first('colon', ': '),
    isMinified: first('isMinified', false),
  };
}

/** Each key as in the first evidence that has seen it. */
function byKey<T>(evidence: readonly (ReadonlyMap<string, T> | undefined)[]): ReadonlyMap<string, T> {
  return new Map(evidence.toReversed().flatMap((found) => [...(found ?? [])]));
}

function yamlEvidence(text: string): StyleEvidence {
  const lines = text.split('\n').filter((line) => !/^\s*(#|$)/.test(line));
  const inlineLists = count(text, /[:-] \[[^\n[\]{}]+\]\s*$/gm);
  return {
    lineBreak: lineBreakOf(text),
    indentation: mostFrequent(childIndentations(lines)),
    dashIndentation: mostFrequent(dashIndentations(lines)),
    quote: yamlQuote(text),
    valueQuotes: findValueQuotes(text),
    numberKeyQuote: numberKeyQuote(text),
    inlineLists: inlineLists === 0 ? undefined : inlineLists > count(text, /:[ \t]*\r?\n[ \t]*- [^\n:]+$/gm),
    flowItems: findFlowItems(text),
    flowMaps: findFlowMaps(lines),
    bareReferences: findBareReferences(text),
    padding: paddingOf(text),
    colon: undefined,
    isMinified: undefined,
  };
}

function jsonEvidence(text: string): StyleEvidence {
  const inlineLists = count(text, /:\s*\[[^\n[\]{}]+\]/g);
  const isMinified = /[{,]"/.test(text) && !/[,:{[]\s+["{[\d]/.test(text);
  return {
    lineBreak: lineBreakOf(text),
    indentation: mostFrequent(deeperIndentations(text.split('\n'))),
    dashIndentation: undefined,
    quote: undefined,
    valueQuotes: undefined,
    numberKeyQuote: undefined,
    inlineLists: inlineLists === 0 ? undefined : inlineLists > count(text, /:\s*\[\s*\n\s*["\d]/g),
    flowItems: undefined,
    flowMaps: isMinified ? undefined : findFlowMaps(text.split('\n')),
    bareReferences: findBareReferences(text),
    padding: paddingOf(text),
    colon: isMinified ? ':' : colonOf(text),
    isMinified: isMinified || undefined,
  };
}

function lineBreakOf(text: string): TreeStyle['lineBreak'] | undefined {
  const feed = text.indexOf('\n');
  if (feed < 0) return undefined;
  return text[feed - 1] === '\r' ? '\r\n' : '\n';
}

function colonOf(text: string): TreeStyle['colon'] | undefined {
  const match = /"[ \t]*:(\s?)/.exec(text);
  if (match === null) return undefined;
  return match[1] === '' ? ':' : ': ';
}

function paddingOf(text: string): TreeStyle['padding'] | undefined {
  const padded = count(text, /[:-] ?\{ +\S/g);
  const tight = count(text, /[:-] ?\{[^\s}]/g);
  if (padded === tight) return undefined;
  return padded > tight ? ' ' : '';
}

function yamlQuote(text: string): TreeStyle['quote'] | undefined {
  const single = count(text, /(?:^|[:[{,-])[ \t]*'/gm);
  const double = count(text, /(?:^|[:[{,-])[ \t]*"/gm);
  if (single === double) return undefined;
  return single > double ? "'" : '"';
}

function numberKeyQuote(text: string): TreeStyle['numberKeyQuote'] | undefined {
  return mostFrequent(
    [...text.matchAll(/^[ \t]*(["']?)[1-5](?:\d\d|XX)\1:/gm)].map(([, quote]) => {
      if (quote === "'" || quote === '"') return quote;
      return '';
    }),
  );
}

/** How much deeper each line of a YAML map stands than the bare `key:` line before it. */
function childIndentations(lines: readonly string[]): string[] {
  return lines.flatMap((line, index) => {
    const previous = lines[index - 1];
    if (previous === undefined || !/^ *[^\s#-].*:\s*$/.test(previous) || !/^ *[^\s#-]/.test(line)) return [];
    const depth = leadingSpaces(line) - leadingSpaces(previous);
    return depth > 0 ? [' '.repeat(depth)] : [];
  });
}

function dashIndentations(lines: readonly string[]): number[] {
  return lines.flatMap((line, index) => {
    const previous = lines[index - 1];
    if (previous === undefined || !/^ *- /.test(line) || !/:\s*(#.*)?$/.test(previous)) return [];
    const keyColumn = /^ *(?:- +)*/.exec(previous)?.[0].length ?? 0;
    const depth = leadingSpaces(line) - keyColumn;
    return depth >= 0 ? [depth] : [];
  });
}

/** What each JSON line adds to the indentation of the line before it. */
function deeperIndentations(lines: readonly string[]): string[] {
  return lines.flatMap((line, index) => {
    const indentation = /^[ \t]*/.exec(line)?.[0] ?? '';
    const previous = /^[ \t]*/.exec(lines[index - 1] ?? '')?.[0] ?? '';
    const opens = /[{[]\s*$/.test(lines[index - 1] ?? '');
    return opens && indentation.length > previous.length && indentation.startsWith(previous)
      ? [indentation.slice(previous.length)]
      : [];
  });
}

function leadingSpaces(line: string): number {
  return /^ */.exec(line)?.[0].length ?? 0;
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

/** The value seen most often, the first seen among equals; undefined for none. */
function mostFrequent<T>(values: readonly T[]): T | undefined {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  let best: T | undefined;
  for (const [value, times] of counts) if (best === undefined || times > (counts.get(best) ?? 0)) best = value;
  return best;
}
