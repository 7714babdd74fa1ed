import { wordsOf } from '#core/text/casing.ts';

/** The last word of a segment or of a name, in lower case: `category` of `gift-category`; empty where there is none. */
export function lastWord(text: string | undefined): string {
  return wordsOf(text ?? '').at(-1) ?? '';
}
