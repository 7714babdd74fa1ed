import { defaultOf } from '#core/prisma/field.ts';
import { indexesOf } from '#core/prisma/indexes.ts';
import type { PrismaField, PrismaModel } from '#core/prisma/model.ts';
import { foldedName } from '#core/text/casing.ts';
import { versionNames } from '#rules/words/versions.ts';

/** A number that each change counts up; not one by which several versions of a thing are kept. */
export function rowLockOf(model: PrismaModel): PrismaField | undefined {
  const keyed = new Set(
    indexesOf(model).flatMap(({ kind, fields }) => (kind === 'index' ? [] : fields.map(({ value }) => value))),
  );
  return model.fields.find((field) => {
    const isNumber = field.type.value === 'Int' || field.type.value === 'BigInt';
    const isCounted = isNumber && defaultOf(field)?.kind === 'number' && !keyed.has(field.name.value);
    return isCounted && versionNames.has(foldedName(field.name.value));
  });
}
