import { wordsOf } from '#core/text/casing.ts';
import { plainLetters } from '#core/text/plain-letters.ts';
import { type TimeWords, timeFillerWords, timeNouns, timeWords } from '#rules/words/row-times.ts';

/** What became of a row. */
export type RowChange = keyof TimeWords;

/** True for the name of a time of a row that other languages have words for: `fecha_creacion`, `atualizado_em`, `dateModification`. */
export function isNamedTime(name: string, change: RowChange): boolean {
  const words = wordsOf(plainLetters(name));
  const verb = words.find((word) => known[change].has(word));
  if (verb === undefined) return false;
  const others = words.filter((word) => word !== verb);
  return others.every((word) => timeFillerWords.has(word)) && (others.length > 0 || !timeNouns.has(verb));
}

/** The name of another time of the same rows: `fecha_actualizacion` for `fecha_creacion`; undefined where none of the words is in it. */
export function namedTimeLike(name: string, change: RowChange): string | undefined {
  const words = wordsOf(name);
  for (const set of timeWords) {
    const verb = [...set.created, ...set.updated, ...set.deleted].find((word) => words.includes(word));
    const [written] = set[change];
    if (verb === undefined || written === undefined) continue;
    const at = name.toLowerCase().lastIndexOf(verb);
    return name.slice(0, at) + casedLike(written, name.slice(at, at + verb.length)) + name.slice(at + verb.length);
  }
  return undefined;
}

function casedLike(word: string, like: string): string {
  if (like === like.toUpperCase()) return word.toUpperCase();
  return /^[A-Z]/.test(like) ? word.charAt(0).toUpperCase() + word.slice(1) : word;
}

const known: { readonly [C in RowChange]: ReadonlySet<string> } = {
  created: new Set(timeWords.flatMap(({ created }) => created)),
  updated: new Set(timeWords.flatMap(({ updated }) => updated)),
  deleted: new Set(timeWords.flatMap(({ deleted }) => deleted)),
};
