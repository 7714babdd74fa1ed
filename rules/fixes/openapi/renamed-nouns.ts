import { capitalised, toCamelCase, toKebabCase, toPascalCase, toSnakeCase, wordsOf } from '#core/text/casing.ts';
import { pluralOf, singularOf } from '#core/text/english.ts';

/** What stands for one thing in texts and names, and what stands for another in its place. */
export interface NounPair {
  readonly from: string;
  /** By how the text around is written: one word alone does not tell how several are joined. */
  readonly to: Readonly<Record<TextStyle, string>>;
}

type TextStyle = 'prose' | 'snake' | 'kebab' | 'camel';

/** The pairs for two segments of paths, in every casing, in the singular and in the plural; longer ones first. */
export function nounPairs(from: string, to: string): readonly NounPair[] {
  const [old, now] = [formsOf(from), formsOf(to)];
  const pairs = [...pairsOf(old.plural, now.plural), ...pairsOf(old.singular, now.singular)];
  const known = new Map(pairs.toReversed().map((pair) => [pair.from, pair]));
  return [...known.values()].filter((pair) => pair.from !== '').sort((a, b) => b.from.length - a.from.length);
}

function pairsOf(from: readonly string[], to: readonly string[]): readonly NounPair[] {
  const same = (text: string) => ({ prose: text, snake: text, kebab: text, camel: text });
  const screaming = {
    from: toSnakeCase(from.join(' ')).toUpperCase(),
    to: same(toSnakeCase(to.join(' ')).toUpperCase()),
  };
  const text = to.join(' ');
  if (from.length !== 1)
    return [...writings.map((write) => ({ from: write(from.join(' ')), to: same(write(text)) })), screaming];
  const [word = ''] = from;
  const small = { prose: text, snake: toSnakeCase(text), kebab: toKebabCase(text), camel: toCamelCase(text) };
  return [
    { from: word, to: small },
    { from: capitalised(word), to: { ...same(toPascalCase(text)), prose: capitalised(text) } },
    screaming,
  ];
}

function styleOf(text: string): TextStyle {
  if (/\s/.test(text)) return 'prose';
  if (text.includes('_')) return 'snake';
  return text.includes('-') ? 'kebab' : 'camel';
}

/** A text or a name with one thing in the place of another: “getUserById” becomes “getOrderById”, “Get a user.” “Get an order.” */
export function withNouns(text: string, pairs: readonly NounPair[]): string {
  const style = styleOf(text);
  let changed = '';
  for (let at = 0; at < text.length; ) {
    const pair = pairs.find(({ from }) => text.startsWith(from, at) && isWord(text, at, from));
    if (pair === undefined) {
      changed += text.charAt(at++);
      continue;
    }
    changed = withArticle(changed, pair.to[style]) + pair.to[style];
    at += pair.from.length;
  }
  return changed;
}

/** True where a text speaks of the thing. */
export function speaksOf(text: string, pairs: readonly NounPair[]): boolean {
  return pairs.some(({ from }) => {
    for (let at = text.indexOf(from); at >= 0; at = text.indexOf(from, at + 1)) if (isWord(text, at, from)) return true;
    return false;
  });
}

/** Not within another word: `user` in `superuser`, `User` in `Users`. */
function isWord(text: string, at: number, word: string): boolean {
  const [before, after] = [text.charAt(at - 1), text.charAt(at + word.length)];
  if (/\p{Ll}/u.test(after) || (/\p{Lu}$/u.test(word) && /\p{Lu}/u.test(after))) return false;
  return /^\p{Lu}/u.test(word) ? !/\p{Lu}/u.test(before) : !/\p{L}/u.test(before);
}

function withArticle(before: string, noun: string): string {
  const [, article] = /(?:^|[^\p{L}])(an?) $/iu.exec(before) ?? [];
  if (article === undefined) return before;
  const isVowel = /^(?:[aeio]|u(?!s|ni|t))/i.test(noun);
  return `${before.slice(0, -article.length - 1)}${article.charAt(0)}${isVowel ? 'n' : ''} `;
}

function formsOf(segment: string): { readonly singular: readonly string[]; readonly plural: readonly string[] } {
  const words = wordsOf(segment);
  const last = words.at(-1) ?? '';
  const [rest, singular] = [words.slice(0, -1), singularOf(last)];
  return { singular: [...rest, singular], plural: [...rest, singular === last ? last : pluralOf(singular)] };
}

/** How several words are written. */
const writings: readonly ((text: string) => string)[] = [
  toCamelCase,
  toPascalCase,
  toSnakeCase,
  toKebabCase,
  (text) => text,
  capitalised,
  (text) => text.split(' ').map(capitalised).join(' '),
];
