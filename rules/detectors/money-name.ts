import { wordsOf } from '#core/text/casing.ts';
import { measureWords } from '#rules/words/money.ts';

const measures: ReadonlySet<string> = new Set(measureWords);

/** True when a field's name speaks of an amount of money: it has one of the words, and none that makes it a measure. */
export function isMoneyName(name: string, moneyWords: readonly string[]): boolean {
  const words = wordsOf(name);
  return words.some((word) => moneyWords.includes(word)) && !words.some((word) => measures.has(word));
}
