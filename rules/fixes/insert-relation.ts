import { attributeOf } from '#core/prisma/attribute.ts';
import { insertFieldEdit } from '#core/prisma/edit.ts';
import { primaryKeyOf } from '#core/prisma/indexes.ts';
import type { PrismaField, PrismaModel } from '#core/prisma/model.ts';
import type { Fix } from '#core/rule.ts';
import { wordsOf } from '#core/text/casing.ts';
import { pluralOf } from '#core/text/english.ts';

/**
 * Adds a relation over a foreign key field, on both sides. Undefined where the two models have a relation already (it
 * would need names), where a name is taken, and for a model that refers to itself.
 */
export function insertRelation(field: PrismaField, model: PrismaModel, target: PrismaModel): Fix | undefined {
  const [id] = primaryKeyOf(target)?.fields ?? [];
  const name = camel(wordsOf(field.name.value).slice(0, -1));
  const isOne = attributeOf(field, 'unique') !== undefined;
  const back = backName(model, isOne);
  const isTaken = hasField(model, name) || hasField(target, back) || hasRelation(model, target);
  if (id === undefined || isTaken || model === target) return undefined;
  const own = {
    name,
    type: `${target.name.value}${field.isOptional ? '?' : ''}`,
    attributes: `@relation(fields: [${field.name.value}], references: [${id.value}])`,
  };
  const other = { name: back, type: `${model.name.value}${isOne ? '?' : '[]'}` };
  return {
    title: `Add the relation \`${name}\``,
    safety: 'review',
    changes: [
      { kind: 'text', section: model.section, edits: [insertFieldEdit(model, own, field.name.value)] },
      { kind: 'text', section: target.section, edits: [insertFieldEdit(target, other)] },
    ],
  };
}

function backName({ name }: PrismaModel, isOne: boolean): string {
  const words = [...wordsOf(name.value)];
  const last = words.pop() ?? '';
  return camel([...words, isOne ? last : pluralOf(last)]);
}

function camel([first = '', ...rest]: readonly string[]): string {
  return first + rest.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
}

function hasField({ fields }: PrismaModel, name: string): boolean {
  return fields.some((field) => field.name.value === name);
}

function hasRelation(model: PrismaModel, target: PrismaModel): boolean {
  const leads = (from: PrismaModel, to: PrismaModel): boolean =>
    from.fields.some(({ type }) => type.value === to.name.value);
  return leads(model, target) || leads(target, model);
}
