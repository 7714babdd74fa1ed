import { isScalarType } from '#core/prisma/field.ts';
import { indexesOf } from '#core/prisma/indexes.ts';
import type { PrismaField, PrismaModel } from '#core/prisma/model.ts';
import { foreignKeysOf } from '#core/prisma/relation.ts';
import { wordsOf } from '#core/text/casing.ts';
import { freeTextWords } from '#rules/words/free-text.ts';

const unsearchable: ReadonlySet<string> = new Set(['Boolean', 'Json', 'Bytes']);

/**
 * True for a column that a B-tree index would serve: a scalar of many values that is no list and no free text. Foreign
 * keys are left to the rule that has them indexed.
 */
export function isIndexable(field: PrismaField, model: PrismaModel): boolean {
  const { name, type, isList } = field;
  const isForeign = foreignKeysOf(model).some(({ fields }) => fields.some(({ value }) => value === name.value));
  const isText = type.value === 'String' && freeTextWords.includes(wordsOf(name.value).at(-1) ?? '');
  return isScalarType(type.value) && !unsearchable.has(type.value) && !isList && !isForeign && !isText;
}

/** True when an index finds rows by the column: it is the first, or stands behind columns the request fixes too. */
export function isIndexed(column: string, model: PrismaModel, fixed: ReadonlySet<string>): boolean {
  return indexesOf(model).some(({ fields }) => {
    const place = fields.findIndex(({ value }) => value === column);
    return place >= 0 && fields.slice(0, place).every(({ value }) => fixed.has(value));
  });
}
