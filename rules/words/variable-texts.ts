import { wordSet } from '#rules/words/word-list.ts';

/** Last words of the names of columns whose values have different lengths. */
export const variableTextWords: ReadonlySet<string> = wordSet(
  'name title label email mail phone city town street address url slug username login description summary comment note notes message text region province subject company brand nickname',
);
