import { isScalarType } from '#core/prisma/field.ts';
import type { PrismaField, PrismaModel } from '#core/prisma/model.ts';
import { leadsTo, modelOf } from '#core/prisma/named-block.ts';
import { type ForeignKey, foreignKeysOf } from '#core/prisma/relation.ts';
import type { Scope } from '#core/rule.ts';

/** So many alike make a habit. */
const enough = 3;

/** So many models that the target names are looked at. */
const modelsAsked = 50;

/** What all relations to a model say of its deletion and of a change of its key, those that may be null apart from others. */
export function usualActions(target: PrismaModel, isOptional: boolean, scope: Scope): string {
  const relations = target.fields.filter(({ type }) => !isScalarType(type.value));
  const byType = new Map(relations.map((field) => [field.type.value, field]));
  const written = [...byType.values()].slice(0, modelsAsked).flatMap((relation) => {
    const model = modelOf(relation, scope);
    const keys = model === undefined ? [] : foreignKeysOf(model);
    return keys.filter(({ field }) => leadsTo(field, target, scope) && field.isOptional === isOptional).map(actionsOf);
  });
  const [first = ''] = written;
  return written.length >= enough && written.every((one) => one === first) ? first : '';
}

function actionsOf({ onDelete, onUpdate }: ForeignKey): string {
  const deletion = onDelete === undefined ? '' : `, onDelete: ${onDelete.value}`;
  return deletion + (onUpdate === undefined ? '' : `, onUpdate: ${onUpdate.value}`);
}

/**
 * Behind which field a relation goes: its foreign key, or the model's last relation where the schema keeps relations apart from
 * their foreign keys.
 */
export function fieldBeforeRelation(
  model: PrismaModel,
  foreignKey: string,
  siblings: readonly PrismaModel[],
  scope: Scope,
): string {
  const keys = siblings.flatMap((sibling) => foreignKeysOf(sibling).map((key) => isBesideColumn(key, sibling)));
  const areApart = keys.length >= enough && keys.filter((isBeside) => !isBeside).length * 2 > keys.length;
  const isRelation = (field: PrismaField): boolean => modelOf(field, scope) !== undefined;
  return (areApart ? model.fields.findLast(isRelation)?.name.value : undefined) ?? foreignKey;
}

function isBesideColumn({ field, fields }: ForeignKey, model: PrismaModel): boolean {
  const index = model.fields.indexOf(field);
  const columns = new Set(fields.map(({ value }) => value));
  return [model.fields[index - 1], model.fields[index + 1]].some((next) => columns.has(next?.name.value ?? ''));
}
