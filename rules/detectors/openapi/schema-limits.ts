import type { Schema } from '#core/openapi/model.ts';
import type { Located } from '#core/text/span.ts';
import { entriesOf, findBoolean, type TreeEntry } from '#core/tree/tree.ts';

/** One end of a range of values. */
export interface Limit {
  /** The keyword that says it: of 3.0's `exclusiveMinimum: true` it is the `minimum`. */
  readonly keyword: string;
  readonly value: number;
  readonly isExclusive: boolean;
  readonly entry: TreeEntry;
}

/** The lower and the upper end that a schema writes of one thing: the stricter where there are two. */
export interface LimitRange {
  /** `value`, `length`, `items`, `properties`, `contains`. */
  readonly of: string;
  readonly lower: Limit | undefined;
  readonly upper: Limit | undefined;
}

type Side = 'lower' | 'upper';

const sides: ReadonlyMap<string, { readonly of: string; readonly side: Side; readonly isExclusive?: true }> = new Map([
  ['minimum', { of: 'value', side: 'lower' }],
  ['maximum', { of: 'value', side: 'upper' }],
  ['exclusiveMinimum', { of: 'value', side: 'lower', isExclusive: true }],
  ['exclusiveMaximum', { of: 'value', side: 'upper', isExclusive: true }],
  ['minLength', { of: 'length', side: 'lower' }],
  ['maxLength', { of: 'length', side: 'upper' }],
  ['minItems', { of: 'items', side: 'lower' }],
  ['maxItems', { of: 'items', side: 'upper' }],
  ['minProperties', { of: 'properties', side: 'lower' }],
  ['maxProperties', { of: 'properties', side: 'upper' }],
  ['minContains', { of: 'contains', side: 'lower' }],
  ['maxContains', { of: 'contains', side: 'upper' }],
]);

/** The keywords that are an end of a range. */
export const limitKeywords: readonly string[] = [...sides.keys()];

/** What a keyword limits: the `of` of its range. */
export function limitedBy(keyword: string): string | undefined {
  return sides.get(keyword)?.of;
}

const none: readonly LimitRange[] = [];

/** The ranges a schema writes itself, in both dialects; ends that are no numbers are left out. */
export function limitRanges(schema: Pick<Schema, 'tree' | 'context'>): readonly LimitRange[] {
  let found: Map<string, LimitRange> | undefined;
  for (const entry of entriesOf(schema.tree)) {
    const meaning = sides.get(entry.key.value);
    // Before 3.1 these are no keywords.
    if (meaning?.of === 'contains' && /^[23]\.0$/.test(schema.context.version)) continue;
    const limit = meaning && limitAt(schema, entry, meaning.isExclusive ?? false);
    if (meaning === undefined || limit === undefined) continue;
    found ??= new Map();
    const range = found.get(meaning.of) ?? { of: meaning.of, lower: undefined, upper: undefined };
    found.set(meaning.of, { ...range, [meaning.side]: stricter(meaning.side, range[meaning.side], limit) });
  }
  return found === undefined ? none : [...found.values()];
}

/** True where no value lies between the two ends. */
export function isEmptyRange(lower: Limit, upper: Limit): boolean {
  return lower.value > upper.value || (lower.value === upper.value && (lower.isExclusive || upper.isExclusive));
}

/** The stricter of two ends of one side. */
export function stricter(side: Side, known: Limit | undefined, other: Limit): Limit {
  if (known === undefined) return other;
  if (known.value === other.value) return known.isExclusive ? known : other;
  return known.value > other.value === (side === 'lower') ? known : other;
}

function limitAt(
  { tree, context }: Pick<Schema, 'tree' | 'context'>,
  entry: TreeEntry,
  isKeyword: boolean,
): Limit | undefined {
  const keyword = entry.key.value;
  const { value } = entry;
  if (value?.kind !== 'scalar' || typeof value.value !== 'number') return undefined;
  const isBoolean = context.version === '2.0' || context.version === '3.0';
  // A number for a boolean is told elsewhere.
  if (isKeyword && isBoolean) return undefined;
  return {
    keyword,
    value: value.value,
    isExclusive: isKeyword || (isBoolean && isExclusive(tree, keyword)?.value === true),
    entry,
  };
}

function isExclusive(tree: Schema['tree'], keyword: string): Located<boolean> | undefined {
  if (keyword === 'minimum') return findBoolean(tree, 'exclusiveMinimum');
  return keyword === 'maximum' ? findBoolean(tree, 'exclusiveMaximum') : undefined;
}
