import type { Habit } from '#core/tree/write/habit.ts';
import { canBePlain } from '#core/tree/write/yaml-scalar.ts';

/** How the strings under a key are written: in which quotes, where any have some, and whether they have them without need. */
export interface ValueQuote {
  readonly quote: "'" | '"' | undefined;
  readonly always: boolean;
}

/** By key; under the empty one what holds for keys that are not seen, under `itemQuotes` what holds for items of a list. */
export type ValueQuotes = ReadonlyMap<string, Habit<ValueQuote>>;

/** No key that is looked at is called so. */
export const itemQuotes = '[]';

interface Counts {
  single: number;
  double: number;
  /** In quotes that are not needed. */
  chosen: number;
  plain: number;
}

/** Keys with a string on their line, at the start of a line or in braces. */
const stringValues =
  /(?:^[ \t]*(?:-[ \t]+)*|[{,][ \t]*)([\w$-]+):[ \t]+(?:'((?:[^'\n]|'')*)'|"((?:[^"\\\n]|\\.)*)"|([^\s'"|>&*!{[\],}#][^\n,}]*))/gm;

/** Strings that are items of a block list, alone on their line. */
const stringItems =
  /^[ \t]*-[ \t]+(?:'((?:[^'\n]|'')*)'|"((?:[^"\\\n]|\\.)*)"|([^\s'"|>&*!{[\],}#-](?:[^\n:#]|:(?=\S))*))[ \t]*\r?$/gm;

/** So many strings must be seen before keys that are not seen follow them. */
const enough = 10;

/** So many strings of one key count then. */
const most = 5;

/** Reads how a YAML text quotes its strings; undefined where there are none. */
export function findValueQuotes(text: string): ValueQuotes | undefined {
  const byKey = new Map<string, Counts>();
  const all = countsOf(byKey, '');
  for (const [, key = '', single, double, plain] of text.matchAll(stringValues)) {
    if (plain !== undefined && isNoString.test(plain)) continue;
    const own = countsOf(byKey, key);
    count(own, single, double);
    if (own.single + own.double + own.plain <= most) count(all, single, double);
  }
  const items = countsOf(byKey, itemQuotes);
  for (const [, single, double, plain] of text.matchAll(stringItems))
    if (plain === undefined || !isNoString.test(plain)) count(items, single, double);
  const found = new Map<string, Habit<ValueQuote>>();
  for (const [key, counts] of byKey) {
    if (counts.single + counts.double + counts.plain === 0) continue;
    const isRare = key === '' && (counts.chosen < enough || counts.chosen < 4 * counts.plain);
    found.set(key, habitOf(counts, counts.chosen > counts.plain && !isRare));
  }
  // How the whole text quotes what needs quotes is a trait of its own.
  if (found.get('')?.value.always === false) found.delete('');
  return found.size === 0 ? undefined : found;
}

const isNoString = /^(?:true|false|null|~|[-+.]?\d)/;

function habitOf({ single, double, chosen, plain }: Counts, always: boolean): Habit<ValueQuote> {
  const quoted = single + double;
  const quote = quoted === 0 ? undefined : double > single ? '"' : "'";
  const free = chosen + plain;
  const shareOfQuote = quoted === 0 ? 1 : Math.max(single, double) / quoted;
  const share = free === 0 ? shareOfQuote : always ? (chosen / free) * shareOfQuote : plain / free;
  return { value: { quote, always }, seen: quoted + plain, share };
}

function countsOf(byKey: Map<string, Counts>, key: string): Counts {
  const counts = byKey.get(key) ?? { single: 0, double: 0, chosen: 0, plain: 0 };
  byKey.set(key, counts);
  return counts;
}

function count(counts: Counts, single: string | undefined, double: string | undefined): void {
  if (single !== undefined) counts.single += 1;
  if (double !== undefined) counts.double += 1;
  const inner = single ?? double;
  if (inner === undefined) counts.plain += 1;
  else if (canBePlain(inner, 'block')) counts.chosen += 1;
}
