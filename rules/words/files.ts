import { wordList, wordSet } from '#rules/words/word-list.ts';

/** Last words, in the singular, of the names of columns that hold a file. */
export const fileWords: readonly string[] = wordList(
  'file image photo picture avatar video audio pdf attachment document blob logo recording scan invoice certificate',
);

/** Those that do in a model that is called after files. */
export const contentWords: ReadonlySet<string> = wordSet('content data datum bytes byte body binary');

/** Words, in the singular, of the names of such models. */
export const fileModelWords: ReadonlySet<string> = wordSet(
  'file image photo picture avatar video audio pdf attachment document upload media medium asset recording',
);
