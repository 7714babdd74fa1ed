import { copyOf } from '#core/text/copy-of.ts';

/** The lower-case words of an identifier in any casing: `userID_v2` → `user`, `id`, `v2`. */
export function wordsOf(identifier: string): readonly string[] {
  const known = knownWords.get(identifier);
  if (known !== undefined) return known;
  const own = copyOf(identifier);
  const words = splitWords(own);
  if (knownWords.size >= mostKnown) knownWords.clear();
  knownWords.set(own, words);
  return words;
}

/** Names repeat: a large description has some ten thousand properties with a few hundred names. */
const knownWords = new Map<string, readonly string[]>();
const mostKnown = 2_000;

function splitWords(identifier: string): readonly string[] {
  return identifier
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .map((word) => word.toLowerCase());
}

/** `user_account` → `UserAccount`. */
export function toPascalCase(identifier: string): string {
  return wordsOf(identifier).map(capitalised).join('');
}

/** `user_account` → `userAccount`. */
export function toCamelCase(identifier: string): string {
  const [first = '', ...rest] = wordsOf(identifier);
  return first + rest.map(capitalised).join('');
}

/** `userAccount` → `user_account`. */
export function toSnakeCase(identifier: string): string {
  return wordsOf(identifier).join('_');
}

/** `userAccount` → `user-account`. */
export function toKebabCase(identifier: string): string {
  return wordsOf(identifier).join('-');
}

/** The identifier without casing and separators, to compare `createdAt` with `created_at`. */
export function foldedName(identifier: string): string {
  return wordsOf(identifier).join('');
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
