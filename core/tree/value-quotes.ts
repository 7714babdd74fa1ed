import { canBePlain } from '#core/tree/yaml-scalar.ts';

/** How the strings under a key are written: in which quotes, where they need some, and whether they have them without need. */
export interface ValueQuote {
  readonly quote: "'" | '"';
  readonly always: boolean;
}

/** By key; under the empty one what holds for keys that are not seen, under `itemQuotes` what holds for items of a list. */
export type ValueQuotes = ReadonlyMap<string, ValueQuote>;

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

/** So many strings must be seen before keys that are not seen follow them. */
const enough = 10;

/** Reads how a YAML text quotes its strings; undefined where none has quotes. */
export function findValueQuotes(text: string): ValueQuotes | undefined {
  const byKey = new Map<string, Counts>();
  const all = countsOf(byKey, '');
  for (const [, key = '', single, double, plain] of text.matchAll(stringValues)) {
    if (plain !== undefined && /^(?:true|false|null|~|[-+.]?\d)/.test(plain)) continue;
    for (const counts of [countsOf(byKey, key), all]) count(counts, single, double);
  }
  const found = new Map<string, ValueQuote>();
  for (const [key, counts] of byKey) {
    const quoted = counts.single + counts.double;
    if (quoted === 0) continue;
    const isRare = key === '' && (counts.chosen < enough || counts.chosen < 4 * counts.plain);
    found.set(key, {
      quote: counts.double > counts.single ? '"' : "'",
      always: counts.chosen > counts.plain && !isRare,
    });
  }
  // How the whole text quotes what needs quotes is a trait of its own.
  if (found.get('')?.always === false) found.delete('');
  return found.size === 0 ? undefined : found;
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
