import { type FieldLine, insertFieldsEdits } from '#core/prisma/edit.ts';
import { isForeignKeyCovered } from '#core/prisma/foreign-key.ts';
import { primaryKeyOf } from '#core/prisma/indexes.ts';
import type { PrismaField, PrismaModel } from '#core/prisma/model.ts';
import { modelOf } from '#core/prisma/named-block.ts';
import { providerOf } from '#core/prisma/provider.ts';
import { foreignKeysOf } from '#core/prisma/relation.ts';
import type { Change, Fix, Scope } from '#core/rule.ts';
import { isRelationModePrisma, leavesForeignKeysUnindexed } from '#rules/detectors/prisma/indexed-by-database.ts';
import { lastRelation } from '#rules/detectors/prisma/model-columns.ts';
import { relationStyle } from '#rules/detectors/prisma/relation-style.ts';
import { siblingModels } from '#rules/detectors/prisma/sibling-models.ts';
import { addIndex } from '#rules/fixes/prisma/add-index.ts';
import { fieldBeforeRelation, usualActions } from '#rules/fixes/prisma/relation-habits.ts';
import { relationNames } from '#rules/fixes/prisma/relation-names.ts';

/**
 * Adds a relation over a foreign key field, on both sides, and an index for it where nothing has one. It has a name where the two
 * models have a relation already, or are one. Undefined where a name is taken or its plural not known.
 */
export function insertRelation(
  field: PrismaField,
  model: PrismaModel,
  target: PrismaModel,
  scope: Scope,
): Fix | undefined {
  const [id] = primaryKeyOf(target)?.fields ?? [];
  const siblings = siblingModels(model, scope);
  const foreignKey = field.name.value;
  const names = relationNames(field, model, target, relationStyle([...siblings, target], scope), siblings);
  if (id === undefined || names === undefined) return undefined;
  const action = actions(model, target, field.isOptional, scope);
  const own = {
    name: names.own,
    type: `${target.name.value}${field.isOptional ? '?' : ''}`,
    attributes: `@relation(${names.relation}fields: [${foreignKey}], references: [${id.value}]${action})`,
  };
  const other = {
    name: names.back,
    type: `${model.name.value}${names.isOne ? '?' : '[]'}`,
    ...(names.relation === '' ? {} : { attributes: `@relation(${names.relation.slice(0, -2)})` }),
  };
  const index = needsIndex(model, foreignKey, scope) ? [addIndex(model, [foreignKey], siblings).edit] : [];
  const isChecked = !isRelationModePrisma(scope.roots('prisma.datasource'));
  const before = fieldBeforeRelation(model, foreignKey, siblings, scope);
  const [first, ...rest] = insertFieldsEdits(model, model === target ? [own, other] : [own], before);
  return {
    title: [
      `Add the relation \`${names.own}\` to ${target.name.value} over \`${foreignKey}\``,
      index.length > 0 ? ', with an index' : '',
      action.includes('onDelete: Cascade') ? `; a deletion there deletes the rows here, as elsewhere` : '',
      isChecked ? ' (the migration fails while an id leads nowhere)' : '',
    ].join(''),
    safety: 'review',
    changes: [
      { kind: 'text', section: model.section, edits: [first, ...rest, ...index] },
      ...(model === target ? [] : [backSide(target, other, scope)]),
    ],
  };
}

function backSide(target: PrismaModel, line: FieldLine, scope: Scope): Change {
  return {
    kind: 'text',
    section: target.section,
    edits: insertFieldsEdits(target, [line], lastRelation(target, scope)?.name.value),
  };
}

/**
 * SQL Server refuses several ways by which one deletion could reach a table, and updates spread by default. In place of the
 * database Prisma refuses circles. Else what the relations to that model say.
 */
function actions(model: PrismaModel, target: PrismaModel, isOptional: boolean, scope: Scope): string {
  const datasources = scope.roots('prisma.datasource');
  if (isRelationModePrisma(datasources))
    return reaches(target, model, scope) ? ', onDelete: Restrict, onUpdate: Restrict' : '';
  return providerOf(datasources) === 'sqlserver'
    ? ', onDelete: NoAction, onUpdate: NoAction'
    : usualActions(target, isOptional, scope);
}

/** True when foreign keys lead from one model to another, over any number of others. */
function reaches(from: PrismaModel, to: PrismaModel, scope: Scope): boolean {
  const seen = new Set([from]);
  for (const model of seen) {
    if (model === to) return true;
    for (const { field } of foreignKeysOf(model)) {
      const next = modelOf(field, scope);
      if (next !== undefined) seen.add(next);
    }
  }
  return false;
}

function needsIndex(model: PrismaModel, foreignKey: string, scope: Scope): boolean {
  return leavesForeignKeysUnindexed(scope.roots('prisma.datasource')) && !isForeignKeyCovered(model, [foreignKey]);
}
