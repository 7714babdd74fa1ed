import { wordSet } from '#rules/words/word-list.ts';

/** Last words of the names of numbers that many change at once: each change is made of what was there before. */
export const countedAmounts: ReadonlySet<string> = wordSet(
  'stock balance inventory onhand credits points seats capacity budget wallet remaining available reserved',
);
