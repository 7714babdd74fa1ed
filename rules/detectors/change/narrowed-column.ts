import type { Provider } from '#core/prisma/provider.ts';
import type { ColumnPair } from '#rules/detectors/change/column-changes.ts';
import { type ColumnRange, columnRange } from '#rules/detectors/change/column-range.ts';
import { isColumnDropped } from '#rules/detectors/change/dropped-column.ts';

/** What a column no longer takes. */
export interface NarrowedColumn {
  /** Continues its name: `takes 20 characters now, and took 255`. */
  readonly words: string;
  /** What becomes of rows that have more: the migration fails at them, or changes what they have. */
  readonly rows: 'refused' | 'changed';
  /** Of a text, how many characters it may have. */
  readonly length?: number;
}

/** How a column holds less than it did; undefined where it does not, and where its values are dropped anyway. */
export function narrowedColumn(
  { former, field }: ColumnPair,
  provider: Provider | undefined,
): NarrowedColumn | undefined {
  if (provider === undefined || provider === 'sqlite' || provider === 'mongodb') return undefined;
  if (isColumnDropped(former, field, provider)) return undefined;
  if (former.isList !== field.isList)
    return isSeenDropped(provider) ? { words: 'is one text now, and was a list', rows: 'changed' } : undefined;
  const [was, is] = [columnRange(former, provider), columnRange(field, provider)];
  return was === undefined || is === undefined ? undefined : narrowing(was, is);
}

/** Of these databases it is known what Prisma drops. */
function isSeenDropped(provider: Provider): boolean {
  return provider === 'postgresql' || provider === 'cockroachdb';
}

function narrowing(was: ColumnRange, is: ColumnRange): NarrowedColumn | undefined {
  if (is.kind === 'text' && was.kind === 'text') return shorter(was.length, is.length, 'characters');
  if (is.kind === 'bytes' && was.kind === 'bytes') return shorter(was.length, is.length, 'bytes');
  if (is.kind === 'time' && was.kind === 'time') return lessTime(was, is);
  if (is.kind === 'whole') return lessWhole(was, is);
  if (is.kind === 'decimal') return lessDecimal(was, is);
  return is.kind === 'float' ? lessFloat(was, is) : undefined;
}

function shorter(was: number, is: number, unit: string): NarrowedColumn | undefined {
  if (is >= was) return undefined;
  const before = Number.isFinite(was) ? `${was}` : 'any number';
  const words = `takes ${is} ${unit} now, and took ${before}`;
  return { words, rows: 'refused', ...(unit === 'characters' && { length: is }) };
}

function lessWhole(was: ColumnRange, is: ColumnRange & { kind: 'whole' }): NarrowedColumn | undefined {
  if (was.kind === 'decimal' || was.kind === 'float') return { words: 'takes whole numbers only now', rows: 'changed' };
  if (was.kind !== 'whole' || (is.least <= was.least && is.most >= was.most)) return undefined;
  return { words: `takes ${is.least < 0 ? '' : 'no negative numbers, and '}at most ${is.most} now`, rows: 'refused' };
}

function lessDecimal(was: ColumnRange, is: ColumnRange & { kind: 'decimal' }): NarrowedColumn | undefined {
  const digits = digitsBefore(was);
  if (digits !== undefined && is.before < digits)
    return { words: `takes ${is.before} digits before the point now, and took ${digits}`, rows: 'refused' };
  const places = was.kind === 'decimal' ? was.behind : was.kind === 'float' ? floatPlaces : 0;
  if (is.behind >= places) return undefined;
  return {
    words: `keeps ${counted(is.behind, 'decimal place')} now${was.kind === 'float' ? '' : `, and kept ${places}`}`,
    rows: 'changed',
  };
}

/** So many places of a `Float` mean anything to people. */
const floatPlaces = 15;

function digitsBefore(range: ColumnRange): number | undefined {
  if (range.kind === 'decimal') return range.before;
  return range.kind === 'whole' ? `${Math.trunc(range.most)}`.length : undefined;
}

function lessFloat(was: ColumnRange, is: ColumnRange & { kind: 'float' }): NarrowedColumn | undefined {
  const digits = is.bits > 24 ? 15 : 6;
  const isLess = was.kind === 'decimal' ? was.before + was.behind > digits : was.kind === 'float' && was.bits > is.bits;
  return isLess ? { words: `keeps ${digits} digits of a number now`, rows: 'changed' } : undefined;
}

function lessTime(was: ColumnRange & { kind: 'time' }, is: ColumnRange & { kind: 'time' }): NarrowedColumn | undefined {
  if (was.hasTime && !is.hasTime) return { words: 'keeps the date only now', rows: 'changed' };
  return was.hasZone && !is.hasZone ? { words: 'has no time zone any more', rows: 'changed' } : undefined;
}

function counted(count: number, unit: string): string {
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}
