import { wordSet } from '#rules/words/word-list.ts';

/** Words in the names of scopes that allow to look only. */
export const readingWords: ReadonlySet<string> = wordSet(
  'read readonly reader view viewer list get fetch query search',
);

/** Words in the names of scopes that allow more. */
export const writingWords: ReadonlySet<string> = wordSet(
  'write writeonly readwrite rw writer edit editor update create add insert delete remove manage manager admin all full modify change send post put patch upload publish execute run owner owned control configure',
);
