import type { PrismaModel } from '#core/prisma/model.ts';
import { foreignKeysOf } from '#core/prisma/relation.ts';
import { wordsOf } from '#core/text/casing.ts';
import { plainLetters } from '#core/text/plain-letters.ts';
import { compoundPartEndings, foreignPartWords, roleWords } from '#rules/words/part-names.ts';

/** True for permissions, settings, tags and translations by their names in other languages, and for roles that belong to nobody. */
export function isPartByName(model: PrismaModel): boolean {
  const words = wordsOf(plainLetters(model.name.value));
  const [first = '', last = ''] = [words[0], words.at(-1)];
  if (foreignPartWords.has(first) || foreignPartWords.has(last) || compoundPartEndings.test(last)) return true;
  return words.length === 1 && roleWords.has(last) && foreignKeysOf(model).length === 0;
}
