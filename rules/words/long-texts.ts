import { wordSet } from '#rules/words/word-list.ts';

/** Last words of the names of columns that hold paragraphs, which end behind 191 characters in MySQL. */
export const longTextWords: readonly string[] =
  'description body content contents html markdown text bio biography message messages note notes abstract instructions transcript prompt stacktrace feedback remarks about summary comment comments details terms lyrics story essay excerpt overview requirements'.split(
    ' ',
  );

/** Those that hold pages, which end behind 1 000 characters in SQL Server. */
export const pageWords: ReadonlySet<string> = wordSet(
  'body content contents html markdown transcript stacktrace prompt',
);

/** Whole names, without casing and separators, of tokens that are longer than 191 characters. */
export const longTokenNames: ReadonlySet<string> = wordSet('accesstoken refreshtoken idtoken jwt');

/** Words in the names of columns that make a text a short one. */
export const shortTextWords: ReadonlySet<string> = wordSet(
  'short type id ids key code color colour hash status count length format language lang style class alt mime url title name subject',
);
