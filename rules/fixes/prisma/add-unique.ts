import { insertBlockAttributeEdit } from '#core/prisma/edit.ts';
import { indexesOf, type ModelIndex, primaryKeyOf } from '#core/prisma/indexes.ts';
import type { PrismaModel } from '#core/prisma/model.ts';
import type { Fix } from '#core/rule.ts';
import { indexText } from '#rules/detectors/prisma/index-name.ts';
import { prismaFix } from '#rules/fixes/prisma/prisma-fix.ts';

/**
 * Adds a unique key over these columns, the primary key where there is none. Its order makes no index useless where that can
 * be; otherwise it takes the place of the one it makes useless.
 */
export function addUnique(
  model: PrismaModel,
  columns: readonly string[],
  siblings: readonly PrismaModel[],
): Fix | undefined {
  if (hasUniqueNameFor(model, columns)) return undefined;
  const plain = indexesOf(model).filter(isPlain);
  const orders = [columns, [...columns].reverse()];
  const order = orders.find((one) => plain.every((index) => !isStartOf(index, one))) ?? columns;
  const useless = plain.find((index) => isStartOf(index, order));
  const isKey = primaryKeyOf(model) === undefined;
  const brief = `@@${isKey ? 'id' : 'unique'}([${order.join(', ')}])`;
  const attribute = isKey ? brief : indexText('unique', model, order, siblings);
  const edit =
    useless === undefined
      ? insertBlockAttributeEdit(model, attribute)
      : { span: useless.attribute.span, newText: attribute };
  const instead =
    useless === undefined ? '' : ` instead of \`@@index([${useless.fields.map(({ value }) => value).join(', ')}])\``;
  return prismaFix(
    `Add \`${brief}\` to ${model.name.value}${instead} (the migration fails while rows are there twice)`,
    'review',
    model.section,
    edit,
  );
}

/** True for a partial key over the same columns, which has the name the new one would have. */
export function hasUniqueNameFor(model: PrismaModel, columns: readonly string[]): boolean {
  return indexesOf(model).some(
    ({ kind, fields }) =>
      kind === 'unique' && fields.length === columns.length && fields.every(({ value }) => columns.includes(value)),
  );
}

/** An index that a unique one with the same first columns can stand in for. */
function isPlain({ kind, type, where, clustered, fields }: ModelIndex): boolean {
  const isWhole = fields.every(
    ({ length, ops, sort }) => length === undefined && ops === undefined && sort === undefined,
  );
  return kind === 'index' && (type === undefined || type === 'BTree') && !where && !clustered && isWhole;
}

function isStartOf({ fields }: ModelIndex, columns: readonly string[]): boolean {
  return fields.length <= columns.length && fields.every(({ value }, at) => columns[at] === value);
}
