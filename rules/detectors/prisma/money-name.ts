import { wordsOf } from '#core/text/casing.ts';
import { measureWords, moneyQualifiers } from '#rules/words/money.ts';

const measures: ReadonlySet<string> = new Set(measureWords);
const qualifiers: ReadonlySet<string> = new Set(moneyQualifiers);
const prepositions: ReadonlySet<string> = new Set([
  'per',
  'in',
  'with',
  'without',
  'incl',
  'excl',
  'after',
  'before',
  'for',
  'at',
  'by',
  'on',
  'from',
  'to',
]);

/**
 * True when a field's name speaks of an amount of money: the head of the name is one of the words (`totalPrice`, `price_usd`,
 * `feePerHour`; not `priceCount`, `paymentMethodId`, `amountOfItems`), and no word makes it a measure.
 */
export function isMoneyName(name: string, moneyWords: readonly string[]): boolean {
  return moneyHead(name, moneyWords) !== undefined;
}

/** The word for money at the head of a field's name: `cost` of `totalCostUsd`; undefined where the name does not speak of money. */
export function moneyHead(name: string, moneyWords: readonly string[]): string | undefined {
  const words = wordsOf(name);
  const head = headOf(words) ?? '';
  return moneyWords.includes(head) && !words.some((word) => measures.has(word)) ? head : undefined;
}

/** The noun the other words describe: the last one before a preposition, but for what only qualifies it. */
function headOf(words: readonly string[]): string | undefined {
  if (words.includes('of')) return undefined;
  const end = words.findIndex((word, index) => index > 0 && prepositions.has(word));
  const phrase = end < 0 ? words : words.slice(0, end);
  const nouns = phrase.map((word) => word.replace(/(?<!\d)\d+$/, ''));
  return nouns.findLast((word) => word !== '' && !qualifiers.has(word));
}
