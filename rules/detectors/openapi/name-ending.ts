import { wordsOf } from '#core/text/casing.ts';

/** The first of some endings (words separated by blanks) that an identifier in any casing ends in: `clientSecret` ends in `secret`. */
export function nameEnding(identifier: string, endings: readonly string[]): string | undefined {
  const words = wordsOf(identifier);
  const candidates = byLastWord(endings).get(words.at(-1) ?? '');
  if (candidates === undefined) return undefined;
  const name = ` ${words.join(' ')}`;
  return candidates.find((ending) => name.endsWith(` ${ending}`));
}

/** The endings by their last word: most names end in none of these words. */
function byLastWord(endings: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const known = indexes.get(endings);
  if (known !== undefined) return known;
  const index = new Map<string, string[]>();
  for (const ending of endings) {
    const last = ending.slice(ending.lastIndexOf(' ') + 1);
    index.set(last, [...(index.get(last) ?? []), ending]);
  }
  indexes.set(endings, index);
  return index;
}

/** A rule's list is the same object as long as its options are. */
const indexes = new WeakMap<readonly string[], ReadonlyMap<string, readonly string[]>>();
