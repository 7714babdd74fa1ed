import { remembered } from '#core/text/remembered.ts';

/** The lower-case words of an identifier in any casing: `userID_v2` → `user`, `id`, `v2`. */
export function wordsOf(identifier: string): readonly string[] {
  return read(identifier).words;
}

interface ReadName {
  readonly words: readonly string[];
  readonly folded: string;
}

function read(identifier: string): ReadName {
  return identifier.length > longestKept ? readName(identifier) : readKept(identifier);
}

function readName(identifier: string): ReadName {
  const words = splitWords(identifier);
  return { words, folded: words.join('') };
}

/** Names repeat: a large description has some ten thousand properties with a few hundred names. */
const readKept = remembered(readName, 10_000);

/** What is longer is prose, which hardly repeats. */
const longestKept = 100;

function splitWords(identifier: string): readonly string[] {
  const parted = /[A-Z]/.test(identifier)
    ? identifier.replace(/([a-z\d])([A-Z])/g, '$1 $2').replace(/([A-Z])(?=[A-Z][a-z])/g, '$1 ')
    : identifier;
  const words = /^[ -~]*$/.test(parted)
    ? parted.toLowerCase().split(/[^a-z\d]+/)
    : parted.split(/[^\p{L}\p{N}]+/u).map((word) => word.toLowerCase());
  return words.filter((word) => word !== '');
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
  return read(identifier).folded;
}

/** `order` → `Order`, `the order is` → `The order is`. */
export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
