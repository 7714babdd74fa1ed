import { lastWord } from '#core/openapi/resources/last-word.ts';
import { valueWords } from '#core/openapi/resources/path-words.ts';
import { foldedName, wordsOf } from '#core/text/casing.ts';
import { singularOf } from '#core/text/english.ts';
import { resourceNouns } from '#core/text/resource-nouns.ts';

/** True for a parameter that chooses a form or a part (`{format}`, `{lang}`), unless it is called after what it stands behind: `/formats/{format}`. */
export function choosesValue(name: string | undefined, holder: string): boolean {
  if (name === undefined) return false;
  const folded = foldedName(name);
  if (pageWords.has(folded)) return true;
  const isValue = valueWords.has(folded) || valueWords.has(lastWord(name));
  // Orders, invoices and the like are told by numbers.
  const one = singularOf(holder);
  if (folded === 'number' && one !== holder && resourceNouns.has(one)) return false;
  return isValue && wordsOf(name)[0] !== singularOf(holder);
}

const pageWords: ReadonlySet<string> = new Set('pageno pagenum pagenumber pageindex pagesize'.split(' '));
