import { fieldOf } from '#core/prisma/field.ts';
import { indexesOf } from '#core/prisma/indexes.ts';
import type { PrismaModel } from '#core/prisma/model.ts';
import { modelOf } from '#core/prisma/named-block.ts';
import { type ForeignKey, relationFields } from '#core/prisma/relation.ts';
import type { Scope } from '#core/rule.ts';

/**
 * False for a relation that Prisma itself refuses: without its other side, over other columns than it refers to, or one to one and not
 * unique. What is to be said of it is said; what else it needs shows once it stands. True where the other model is not known.
 */
export function isSoundRelation(key: ForeignKey, model: PrismaModel, scope: Scope): boolean {
  const { field, fields, references } = key;
  const target = modelOf(field, scope);
  if (target === undefined) return true;
  const columns = fields.map(({ value }) => fieldOf(model, value));
  const referred = references.map(({ value }) => fieldOf(target, value));
  const isSameType = columns.every((column, at) => {
    const other = referred[at];
    return column === undefined || other === undefined || column.type.value === other.type.value;
  });
  // Prisma 8 needs no field that leads back.
  const isOneSided = model.section.dialect === 'prisma8';
  const isOptionalAlike = field.isOptional || columns.every((column) => column?.isOptional !== true);
  return (
    columns.length === referred.length &&
    isSameType &&
    isOptionalAlike &&
    (isOneSided || hasOtherSide(key, model, target, scope))
  );
}

/** Of several relations between two models each has a name. */
function hasOtherSide(key: ForeignKey, model: PrismaModel, target: PrismaModel, scope: Scope): boolean {
  const name = key.name?.value;
  const alike = relationFields(model, target, name, scope);
  if (alike.length > (model === target ? 2 : 1)) return false;
  const opposite = relationFields(target, model, name, scope).filter((other) => other !== key.field);
  const [back] = opposite;
  return back !== undefined && (back.isList || isUnique(key, model));
}

function isUnique({ fields }: ForeignKey, model: PrismaModel): boolean {
  const names = new Set(fields.map(({ value }) => value));
  return indexesOf(model).some(
    ({ kind, fields: columns }) =>
      (kind === 'id' || kind === 'unique') &&
      columns.length === names.size &&
      columns.every(({ value }) => names.has(value)),
  );
}
