import type { Cardinality, EntityRelation } from '#core/diagram/data-model.ts';
import { blockId } from '#core/prisma/block-name.ts';
import { fieldOf } from '#core/prisma/field.ts';
import { indexesOf } from '#core/prisma/indexes.ts';
import type { PrismaCompositeType, PrismaField, PrismaModel } from '#core/prisma/model.ts';
import { compositeTypeOf, leadsTo, modelOf } from '#core/prisma/named-block.ts';
import { type Relation, relationOf } from '#core/prisma/relation.ts';
import type { PrismaSchema } from '#core/project/prisma-schema.ts';

/** The relations that a model tells of: each is told by one side alone, the one with the foreign key where there is one. */
export function relationsOfModel(model: PrismaModel, schema: PrismaSchema): readonly EntityRelation[] {
  return model.fields.flatMap((field) => {
    const target = modelOf(field, schema);
    return target === undefined ? embedded(model, field, schema) : (related(model, field, target, schema) ?? []);
  });
}

/** The composite types that a composite type holds. */
export function relationsOfType(type: PrismaCompositeType, schema: PrismaSchema): readonly EntityRelation[] {
  return type.fields.flatMap((field) => embedded(type, field, schema));
}

function embedded(
  block: PrismaModel | PrismaCompositeType,
  field: PrismaField,
  schema: PrismaSchema,
): readonly EntityRelation[] {
  const type = compositeTypeOf(field, schema);
  if (type === undefined) return [];
  const toEnd = field.isList ? 'many' : field.isOptional ? 'zero-or-one' : 'one';
  const nothing = { references: [], onDelete: undefined };
  const ends = { from: blockId(block), to: blockId(type), fromEnd: 'one', toEnd } as const;
  const columns = [field.name.value];
  return [{ id: idOf(block, field), kind: 'embedded', field: field.name.value, columns, ...ends, ...nothing }];
}

function related(
  model: PrismaModel,
  field: PrismaField,
  target: PrismaModel,
  schema: PrismaSchema,
): EntityRelation | undefined {
  const relation = relationOf(field);
  const other = otherSide(model, field, target, schema);
  if (field.isList) return other?.isList === true ? manyToMany(model, field, relation, target, other) : undefined;
  if (relation === undefined || relation.fields.length === 0) return undefined;
  const columns = relation.fields.map(({ value }) => value);
  return {
    id: idOf(model, field),
    kind: 'foreign-key',
    from: blockId(model),
    to: blockId(target),
    field: field.name.value,
    columns,
    references: relation.references.map(({ value }) => value),
    fromEnd: other?.isList === false || isUnique(model, columns) ? 'zero-or-one' : 'many',
    toEnd: isOptional(model, field, columns),
    onDelete: relation.onDelete?.value,
  };
}

function isOptional(model: PrismaModel, field: PrismaField, columns: readonly string[]): Cardinality {
  const isNull = field.isOptional || columns.some((column) => fieldOf(model, column)?.isOptional === true);
  return isNull ? 'zero-or-one' : 'one';
}

/** Of both sides the one that comes first by its name tells of it. */
function manyToMany(
  model: PrismaModel,
  field: PrismaField,
  relation: Relation | undefined,
  target: PrismaModel,
  other: PrismaField,
): EntityRelation | undefined {
  const [own, others] = [idOf(model, field), idOf(target, other)];
  if (own > others) return undefined;
  return {
    id: own,
    kind: 'many-to-many',
    from: blockId(model),
    to: blockId(target),
    field: field.name.value,
    columns: relation?.fields.map(({ value }) => value) ?? [],
    references: [],
    fromEnd: 'many',
    toEnd: 'many',
    onDelete: undefined,
  };
}

/** The field of the other model that tells of the same relation; undefined when there is none, or more than one. */
function otherSide(
  model: PrismaModel,
  field: PrismaField,
  target: PrismaModel,
  schema: PrismaSchema,
): PrismaField | undefined {
  const name = relationOf(field)?.name?.value;
  const others = target.fields.filter(
    (other) => other !== field && leadsTo(other, model, schema) && relationOf(other)?.name?.value === name,
  );
  return others.length === 1 ? others[0] : undefined;
}

/** True where a key holds these columns, or some of them, and no others. */
function isUnique(model: PrismaModel, columns: readonly string[]): boolean {
  return indexesOf(model).some(
    ({ kind, fields, where }) =>
      (kind === 'id' || kind === 'unique') &&
      where === undefined &&
      fields.length > 0 &&
      fields.every(({ value }) => columns.includes(value)),
  );
}

function idOf(block: PrismaModel | PrismaCompositeType, field: PrismaField): string {
  return `${blockId(block)}.${field.name.value}`;
}
