import { wordsOf } from '#core/text/casing.ts';
import { wordSet } from '#rules/words/word-list.ts';

/** True where two names of enums say the same kind of thing: they share a word, or end in words of one meaning (`FuelType`, `EngineKind`). */
export function areAkin(one: string, other: string): boolean {
  const [own, others] = [wordsOf(one), wordsOf(other)];
  if (own.some((word) => word.length > 1 && others.includes(word))) return true;
  const [last = '', otherLast = ''] = [own.at(-1), others.at(-1)];
  return kinds.some((kind) => kind.has(last) && kind.has(otherLast));
}

const kinds: readonly ReadonlySet<string>[] = [
  wordSet('type kind class category sort variety'),
  wordSet('status state phase stage condition'),
  wordSet('priority severity urgency importance level'),
  wordSet('role permission access'),
  wordSet('period interval frequency cadence'),
];
