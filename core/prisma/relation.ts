import { argumentOf, attributeOf, listValue, pathValue, stringValue } from '#core/prisma/attribute.ts';
import { isScalarType } from '#core/prisma/field.ts';
import type { PrismaAttribute, PrismaField, PrismaModel, PrismaValue } from '#core/prisma/model.ts';
import { type BlockSource, bareType, leadsTo } from '#core/prisma/named-block.ts';
import type { Located } from '#core/text/span.ts';

/** What `@relation` says. */
export interface Relation {
  readonly attribute: PrismaAttribute;
  readonly name: Located<string> | undefined;
  /** The foreign key; empty on the side that does not hold it. */
  readonly fields: readonly Located<string>[];
  readonly references: readonly Located<string>[];
  /** `Cascade`, `Restrict`, `NoAction`, `SetNull`, `SetDefault`; undefined where the default holds. */
  readonly onDelete: Located<string> | undefined;
  readonly onUpdate: Located<string> | undefined;
  /** The name of the constraint in the database. */
  readonly map: Located<string> | undefined;
}

/** The relation a field's `@relation` describes; undefined without the attribute. */
export function relationOf(field: PrismaField): Relation | undefined {
  const attribute = attributeOf(field, 'relation');
  if (attribute === undefined) return undefined;
  const argumentValue = (name: string): PrismaValue | undefined => argumentOf(attribute, name)?.value;
  return {
    attribute,
    name: stringValue(argumentValue('name') ?? argumentOf(attribute, 0)?.value),
    fields: pathsOf(argumentValue('fields')),
    references: pathsOf(argumentValue('references')),
    onDelete: pathValue(argumentValue('onDelete')),
    onUpdate: pathValue(argumentValue('onUpdate')),
    map: stringValue(argumentValue('map')),
  };
}

/** A relation field that holds the foreign key. */
export interface ForeignKey extends Relation {
  readonly field: PrismaField;
}

/** The foreign keys of a model, in field order. */
export function foreignKeysOf(model: PrismaModel): readonly ForeignKey[] {
  const known = keysOfModel.get(model);
  if (known !== undefined) return known;
  const keys = model.fields.flatMap((field) => {
    const relation = relationOf(field);
    return relation !== undefined && relation.fields.length > 0 ? [{ ...relation, field }] : [];
  });
  keysOfModel.set(model, keys);
  return keys;
}

/** They are asked for by many rules. */
const keysOfModel = new WeakMap<PrismaModel, readonly ForeignKey[]>();

function pathsOf(value: PrismaValue | undefined): readonly Located<string>[] {
  return listValue(value).flatMap((item) => pathValue(item) ?? []);
}

/** The fields of a model that lead to another one by the relation of this name, or by one without a name. */
export function relationFields(
  model: PrismaModel,
  target: PrismaModel,
  name: string | undefined,
  source: BlockSource,
): readonly PrismaField[] {
  const alike = relationsOf(model).get(relationKey(target.name.value, name)) ?? [];
  return alike.filter((field) => leadsTo(field, target, source));
}

function relationsOf(model: PrismaModel): ReadonlyMap<string, readonly PrismaField[]> {
  const known = relationsOfModel.get(model);
  if (known !== undefined) return known;
  const relations = new Map<string, PrismaField[]>();
  for (const field of model.fields) {
    if (isScalarType(field.type.value)) continue;
    const key = relationKey(bareType(field), relationOf(field)?.name?.value);
    const alike = relations.get(key);
    if (alike === undefined) relations.set(key, [field]);
    else alike.push(field);
  }
  relationsOfModel.set(model, relations);
  return relations;
}

function relationKey(target: string, name: string | undefined): string {
  return JSON.stringify([target, name]);
}

const relationsOfModel = new WeakMap<PrismaModel, ReadonlyMap<string, readonly PrismaField[]>>();
