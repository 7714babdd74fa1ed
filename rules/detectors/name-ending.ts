import { wordsOf } from '#core/text/casing.ts';

/** The first of some endings (words separated by blanks) that an identifier in any casing ends in: `clientSecret` ends in `secret`. */
export function nameEnding(identifier: string, endings: readonly string[]): string | undefined {
  const name = ` ${wordsOf(identifier).join(' ')}`;
  return endings.find((ending) => name.endsWith(` ${ending}`));
}
