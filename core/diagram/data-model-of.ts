import type { DataModel, Entity, EntityColumn, EntityRelation } from '#core/diagram/data-model.ts';
import { relationsOfModel, relationsOfType } from '#core/diagram/entity-relations.ts';
import { attributeOf } from '#core/prisma/attribute.ts';
import { blockId } from '#core/prisma/block-name.ts';
import { indexesOf } from '#core/prisma/indexes.ts';
import type { PrismaCompositeType, PrismaField, PrismaModel } from '#core/prisma/model.ts';
import { modelOf } from '#core/prisma/named-block.ts';
import { foreignKeysOf } from '#core/prisma/relation.ts';
import { writtenType } from '#core/prisma/stands-for.ts';
import type { PrismaSchema } from '#core/project/prisma-schema.ts';
import { cost, Pace } from '#core/work/pace.ts';
import type { Steps } from '#core/work/steps.ts';

/** Nobody looks at more at once; the rest is counted. */
const mostEntities = 1000;

/** The models, views and composite types of a schema with their relations; the very same object for the same schema. In steps. */
export function* dataModelOf(schema: PrismaSchema): Steps<DataModel> {
  const before = known.get(schema);
  if (before !== undefined) return before;
  const all = [...schema.all('prisma.model'), ...schema.all('prisma.type')];
  const counts = new Map<string, number>();
  const entities: Entity[] = [];
  const relations = new Map<string, EntityRelation>();
  const pace = new Pace();
  for (const block of all.slice(0, mostEntities)) {
    if (pace.isDue(cost.fact)) yield;
    const name = blockId(block);
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    entities.push(entityOf(block, count === 1 ? name : `${name}~${count}`, schema));
    // What refers to a name means the first one.
    if (count > 1) continue;
    const own = block.kind === 'prisma.model' ? relationsOfModel(block, schema) : relationsOfType(block, schema);
    for (const relation of own) if (!relations.has(relation.id)) relations.set(relation.id, relation);
  }
  const isTold = ({ from, to }: EntityRelation) => counts.has(from) && counts.has(to);
  const model = { entities, relations: [...relations.values()].filter(isTold), leftOut: all.length - entities.length };
  known.set(schema, model);
  return model;
}

const known = new WeakMap<PrismaSchema, DataModel>();

function entityOf(block: PrismaModel | PrismaCompositeType, id: string, schema: PrismaSchema): Entity {
  const kind = block.kind === 'prisma.type' ? 'type' : block.isView ? 'view' : 'model';
  const stored = block.fields.filter((field) => modelOf(field, schema) === undefined);
  const columnOf = block.kind === 'prisma.type' ? plainColumn : columnsOf(block);
  return { id, name: blockId(block), kind, section: block.section.id, columns: stored.map(columnOf) };
}

function plainColumn(field: PrismaField): EntityColumn {
  const { name, isList, isOptional } = field;
  const written = `${writtenType(field)}${isList ? '[]' : ''}${isOptional ? '?' : ''}`;
  return { name: name.value, type: written, isId: false, isForeign: false, isUnique: false };
}

function columnsOf(model: PrismaModel): (field: PrismaField) => EntityColumn {
  const keys = indexesOf(model).filter(({ kind }) => kind === 'id' || kind === 'unique');
  const ids = new Set(keys.flatMap(({ kind, fields }) => (kind === 'id' ? fields.map(({ value }) => value) : [])));
  const foreign = new Set(foreignKeysOf(model).flatMap(({ fields }) => fields.map(({ value }) => value)));
  const unique = new Set(keys.flatMap(({ fields: [first, ...others] }) => (others.length === 0 ? first?.value : [])));
  return (field) => {
    const name = field.name.value;
    const isUnique = attributeOf(field, 'unique') !== undefined || unique.has(name);
    return { ...plainColumn(field), isId: ids.has(name), isForeign: foreign.has(name), isUnique };
  };
}
