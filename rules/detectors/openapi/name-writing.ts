import { toCamelCase, toKebabCase, toPascalCase, toSnakeCase, wordsOf } from '#core/text/casing.ts';
import { remembered } from '#core/text/remembered.ts';

/** How names of several words are written. */
export type NameStyle = 'camelCase' | 'snake_case' | 'kebab-case' | 'PascalCase' | 'UPPER_SNAKE_CASE' | 'Header-Case';

/**
 * What a name tells of its style. One word in lower case (`lower`) or in capitals (`UPPER`) fits several styles; `mixed` fits none;
 * `unknown` is no plain name: `$ref`, `filter[status]`, `12`.
 */
export type Writing = NameStyle | 'lower' | 'UPPER' | 'mixed' | 'unknown';

/** So many names are kept: they repeat. */
const mostNames = 10_000;

/** How a name is written. */
export const writingOf = remembered(readWriting, mostNames);

function readWriting(name: string): Writing {
  if (name.length > 100 || !/^[A-Za-z][\w-]*$/.test(name)) return 'unknown';
  if (/^[a-z][a-z\d]*$/.test(name)) return 'lower';
  if (/^[A-Z][A-Z\d]*$/.test(name)) return name.length === 1 ? 'unknown' : 'UPPER';
  if (/^[a-z][A-Za-z\d]*$/.test(name)) return 'camelCase';
  if (/^[A-Z][A-Za-z\d]*$/.test(name)) return 'PascalCase';
  if (/^[a-z][a-z\d]*(?:_[a-z\d]+)+$/.test(name)) return 'snake_case';
  if (/^[a-z][a-z\d]*(?:-[a-z\d]+)+$/.test(name)) return 'kebab-case';
  if (/^[A-Z][A-Z\d]*(?:_[A-Z\d]+)+$/.test(name)) return 'UPPER_SNAKE_CASE';
  if (/^[A-Z][A-Za-z\d]*(?:-[A-Z\d][A-Za-z\d]*)+$/.test(name)) return 'Header-Case';
  return /^[A-Za-z\d]+(?:[_-][A-Za-z\d]+)+$/.test(name) ? 'mixed' : 'unknown';
}

/** False where a name cannot be of this style; what tells nothing fits. */
export function fitsStyle(writing: Writing, style: NameStyle): boolean {
  if (writing === 'unknown' || writing === style) return true;
  if (writing === 'lower') return lowerStyles.has(style);
  return writing === 'UPPER' && (style === 'UPPER_SNAKE_CASE' || style === 'PascalCase');
}

const lowerStyles: ReadonlySet<NameStyle> = new Set<NameStyle>(['camelCase', 'snake_case', 'kebab-case']);

/** A name in a style: `nextCursor` as `next_cursor`. */
export function inStyle(name: string, style: NameStyle): string {
  return styles[style](name);
}

const styles: { readonly [S in NameStyle]: (name: string) => string } = {
  camelCase: toCamelCase,
  snake_case: toSnakeCase,
  'kebab-case': toKebabCase,
  PascalCase: toPascalCase,
  UPPER_SNAKE_CASE: (name) => toSnakeCase(name).toUpperCase(),
  'Header-Case': (name) => wordsOf(name).map(toPascalCase).join('-'),
};

/** The style that an option names, however it is written: `snake`, `snake_case`; undefined for `auto` and what is none. */
export function namedStyle(option: string): NameStyle | undefined {
  const asked = option.toLowerCase().replace(/[^a-z]|case$/g, '');
  return (Object.keys(styles) as NameStyle[]).find(
    (style) => style.toLowerCase().replace(/[^a-z]|case$/g, '') === asked,
  );
}
