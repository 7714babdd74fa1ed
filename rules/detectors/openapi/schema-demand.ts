import type { Schema } from '#core/openapi/model.ts';
import { findEntry, findValue, type TreeNode } from '#core/tree/tree.ts';
import { comparableText } from '#rules/detectors/openapi/comparable-text.ts';
import { isEmptyRange, type LimitRange, limitRanges, stricter } from '#rules/detectors/openapi/schema-limits.ts';
import { spokenType, writtenTypes } from '#rules/detectors/openapi/schema-types.ts';

/** What schemas demand of a value in plain words of their own; parts that they do not speak of are undefined. */
export interface Demand {
  readonly types: readonly string[] | undefined;
  /** The values of `enum` or `const`, by a text that tells them apart. */
  readonly values: ReadonlySet<string> | undefined;
  readonly ranges: readonly LimitRange[];
}

/** What one schema demands itself, whatever it includes. */
export function demandOf(schema: Schema): Demand {
  const types = writtenTypes(schema);
  // Whether null is allowed is often said in one place only.
  const others = types?.filter((type) => type !== 'null') ?? [];
  return {
    types: others.length > 0 ? others : types,
    values: valuesOf(schema.tree),
    ranges: limitRanges(schema),
  };
}

/** Both demands together, or why no value meets both: `must be a string and an object at once`. */
export function meet(a: Demand, b: Demand): Demand | string {
  const types = common(a.types, b.types, (one, others) => commonTypes(one, others));
  if (types?.length === 0) return `must be ${spokenType(a.types ?? [])} and ${spokenType(b.types ?? [])} at once`;
  const values = common(a.values, b.values, (one, others) => new Set([...one].filter((text) => others.has(text))));
  if (values?.size === 0) return 'must be one of two lists of values that have none in common';
  const ranges = commonRanges(a.ranges, b.ranges);
  const empty = ranges.find(({ lower, upper }) => lower && upper && isEmptyRange(lower, upper));
  if (empty !== undefined) {
    const { lower, upper } = empty;
    return `has bounds that cross: “${lower?.keyword}” ${lower?.value} and “${upper?.keyword}” ${upper?.value}`;
  }
  return { types, values, ranges };
}

function valuesOf(tree: TreeNode): ReadonlySet<string> | undefined {
  const list = findValue(tree, 'enum');
  const constant = findEntry(tree, 'const')?.value;
  // An empty list is a fault of its own.
  if (list?.kind === 'list' && list.items.length > 0) return new Set(list.items.map(comparableText));
  return constant && new Set([comparableText(constant)]);
}

function common<T>(a: T | undefined, b: T | undefined, both: (a: T, b: T) => T): T | undefined {
  if (a === undefined) return b;
  return b === undefined ? a : both(a, b);
}

function commonTypes(a: readonly string[], b: readonly string[]): readonly string[] {
  const numbers = [a, b].every((types) => types.includes('number') || types.includes('integer'));
  const same = a.filter((type) => b.includes(type));
  return same.length === 0 && numbers ? ['integer'] : same;
}

function commonRanges(a: readonly LimitRange[], b: readonly LimitRange[]): readonly LimitRange[] {
  if (a.length === 0 || b.length === 0) return a.length === 0 ? b : a;
  const ranges = new Map(a.map((range) => [range.of, range]));
  for (const range of b) {
    const known = ranges.get(range.of);
    const lower = common(known?.lower, range.lower, (one, other) => stricter('lower', one, other));
    const upper = common(known?.upper, range.upper, (one, other) => stricter('upper', one, other));
    ranges.set(range.of, { of: range.of, lower, upper });
  }
  return [...ranges.values()];
}
