import { isScalarType } from '#core/prisma/field.ts';
import type { PrismaModel } from '#core/prisma/model.ts';
import { wordsOf } from '#core/text/casing.ts';
import { otherLanguageWords } from '#rules/words/other-languages.ts';

/** Two may be names of brands. */
const enough = 3;

/** True where models and columns are called in another language than English: at least one in four columns, names of models counted. */
export function isInOtherLanguage(models: readonly PrismaModel[]): boolean {
  const names = models.flatMap(({ name, fields }) => [
    name.value,
    ...fields.filter(({ type }) => isScalarType(type.value)).map((field) => field.name.value),
  ]);
  const others = names.filter(isOtherName).length;
  return others >= enough && others * 4 >= names.length;
}

/** True for a name with a word in it that is no English one. */
export function isOtherName(name: string): boolean {
  return wordsOf(name).some((word) => otherLanguageWords.has(word));
}
