import { lastWord } from '#core/openapi/resources/last-word.ts';
import { wordsOf } from '#core/text/casing.ts';
import { singularOf } from '#core/text/english.ts';

/** What the name of a parameter says it is an id of: `order` of `orderId`; empty for `id` alone. */
export function namedNoun(name: string | undefined): string {
  const words = wordsOf(name ?? '');
  const end = words.findLastIndex((word) => !idWords.has(word));
  return words[end] ?? '';
}

const idWords: ReadonlySet<string> = new Set(
  'id ids uid uuid guid sid no number num nr name key code ref reference slug identifier handle hash'.split(' '),
);

/** True for a value behind the word for it: `/by-email/{email}`, `/type/{typeId}`, `/code/{offenceCode}`. */
export function isSaidBy(name: string | undefined, word: string): boolean {
  if (name === undefined) return false;
  const noun = singularOf(lastWord(word));
  return /^by(?![a-z])/.test(word) || noun === namedNoun(name) || (noun !== 'id' && noun === lastWord(name));
}
