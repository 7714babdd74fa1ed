import { nearestName } from '#core/text/nearest-name.ts';

/** True for a key that may be a slip of another one: a letter or two away, or with its letters in another order. */
export function mayMean(key: string, wanted: string): boolean {
  if (key === wanted || Math.abs(key.length - wanted.length) > 2) return false;
  return nearestName(key, [wanted]) !== undefined || lettersOf(key) === lettersOf(wanted);
}

function lettersOf(word: string): string {
  return [...word.toLowerCase()].sort().join('');
}
