import { insertFieldsEdits } from '#core/prisma/edit.ts';
import { isForeignKeyCovered } from '#core/prisma/foreign-key.ts';
import { indexesOf, primaryKeyOf } from '#core/prisma/indexes.ts';
import type { PrismaField, PrismaModel } from '#core/prisma/model.ts';
import { providerOf } from '#core/prisma/provider.ts';
import { foreignKeysOf } from '#core/prisma/relation.ts';
import type { Fix, Scope } from '#core/rule.ts';
import { isRelationModePrisma, leavesForeignKeysUnindexed } from '#rules/detectors/prisma/indexed-by-database.ts';
import { lastRelation } from '#rules/detectors/prisma/model-columns.ts';
import { backName, forwardName, isPluralKnown, relationStyle } from '#rules/detectors/prisma/relation-style.ts';
import { siblingModels } from '#rules/detectors/prisma/sibling-models.ts';
import { addIndex } from '#rules/fixes/prisma/add-index.ts';
import { fieldBeforeRelation, usualActions } from '#rules/fixes/prisma/relation-habits.ts';

/**
 * Adds a relation over a foreign key field, on both sides, and an index for it where nothing has one. Undefined where the two
 * models have a relation already (it would need names), where a name is taken or its plural not known, and for a model that refers to
 * itself.
 */
export function insertRelation(
  field: PrismaField,
  model: PrismaModel,
  target: PrismaModel,
  scope: Scope,
): Fix | undefined {
  const [id] = primaryKeyOf(target)?.fields ?? [];
  const siblings = siblingModels(model, scope);
  const style = relationStyle([...siblings, target], scope);
  const foreignKey = field.name.value;
  const name = forwardName(foreignKey, target, style);
  const isOne = isUniqueAlone(model, foreignKey);
  const back = backName(model, isOne, style);
  const isTaken = hasField(model, name) || hasField(target, back) || hasRelation(model, target);
  if (id === undefined || isTaken || model === target || !isPluralKnown(model, isOne, style, siblings))
    return undefined;
  const action = actions(model, target, field.isOptional, scope);
  const own = {
    name,
    type: `${target.name.value}${field.isOptional ? '?' : ''}`,
    attributes: `@relation(fields: [${foreignKey}], references: [${id.value}]${action})`,
  };
  const other = { name: back, type: `${model.name.value}${isOne ? '?' : '[]'}` };
  const index = needsIndex(model, foreignKey, scope) ? [addIndex(model, [foreignKey], siblings).edit] : [];
  const isChecked = !isRelationModePrisma(scope.roots('prisma.datasource'));
  const [first, ...rest] = insertFieldsEdits(model, [own], fieldBeforeRelation(model, foreignKey, siblings, scope));
  return {
    title: [
      `Add the relation \`${name}\` to ${target.name.value} over \`${foreignKey}\``,
      index.length > 0 ? ', with an index' : '',
      action.includes('onDelete: Cascade') ? `; a deletion there deletes the rows here, as elsewhere` : '',
      isChecked ? ' (the migration fails while an id leads nowhere)' : '',
    ].join(''),
    safety: 'review',
    changes: [
      { kind: 'text', section: model.section, edits: [first, ...rest, ...index] },
      {
        kind: 'text',
        section: target.section,
        edits: insertFieldsEdits(target, [other], lastRelation(target, scope)?.name.value),
      },
    ],
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
      const next = scope.find('prisma.model', field.type.value);
      if (next !== undefined) seen.add(next);
    }
  }
  return false;
}

function needsIndex(model: PrismaModel, foreignKey: string, scope: Scope): boolean {
  return leavesForeignKeysUnindexed(scope.roots('prisma.datasource')) && !isForeignKeyCovered(model, [foreignKey]);
}

function isUniqueAlone(model: PrismaModel, column: string): boolean {
  return indexesOf(model).some(
    ({ kind, fields, where }) =>
      (kind === 'unique' || kind === 'id') && where === undefined && fields.length === 1 && fields[0]?.value === column,
  );
}

function hasField({ fields }: PrismaModel, name: string): boolean {
  return fields.some((field) => field.name.value === name);
}

function hasRelation(model: PrismaModel, target: PrismaModel): boolean {
  const leads = (from: PrismaModel, to: PrismaModel): boolean =>
    from.fields.some(({ type }) => type.value === to.name.value);
  return leads(model, target) || leads(target, model);
}
