import { templateNames } from '#core/openapi/effective/path-template.ts';
import type { JudgedPart } from '#core/openapi/resources/path-resource.ts';
import { indexesOf } from '#core/prisma/indexes.ts';
import type { PrismaField, PrismaModel } from '#core/prisma/model.ts';
import { foreignKeysOf } from '#core/prisma/relation.ts';
import type { FieldNames } from '#core/project/mapping/field-names.ts';
import type { PathKey } from '#core/project/mapping/match.ts';
import { isThing } from '#core/project/mapping/path-nouns.ts';
import { nameWords } from '#core/project/mapping/role-words.ts';
import { wordsOf } from '#core/text/casing.ts';

/** What the keys of a path are made of. */
export interface KeyContext {
  /** The model of the path itself. */
  readonly model: PrismaModel;
  readonly fieldNames: (model: PrismaModel) => FieldNames;
  /** True where the type of a field names a model. */
  readonly leadsTo: (field: PrismaField, model: PrismaModel) => boolean;
  /** The model that a thing of the path names; undefined where nobody knows. */
  readonly modelOf: (thing: JudgedPart) => PrismaModel | undefined;
}

/** What the parameters of a path pick rows by, in its order; those of which nobody knows it are left out. */
export function pathKeys(path: string, parts: readonly JudgedPart[], context: KeyContext): readonly PathKey[] {
  const names = templateNames(path).map(({ value }) => value);
  const last = parts.findLast(isThing);
  const keys: PathKey[] = [];
  let thing: JudgedPart | undefined;
  for (const part of parts) {
    if (isThing(part)) thing = part;
    const parameters = names.splice(0, part.key.split('{').length - 1);
    const owner = thing && (part.kind === 'item' || part.kind === 'argument') ? context.modelOf(thing) : undefined;
    const [parameter, ...others] = parameters;
    if (owner === undefined || thing === undefined || parameter === undefined || others.length > 0) continue;
    const field = keyField(parameter, thing.key, owner, context.fieldNames(owner));
    if (field === undefined) continue;
    // What stands below one of the model and is of the model itself is a part of the same row, or one of those that belong to it.
    const isSame = thing === last || (owner === context.model && last?.kind !== 'collection');
    const column = isSame ? field : parentColumn(context, owner, parameter, thing.key);
    keys.push({ parameter, model: owner, field, isUnique: isUnique(field, owner, keys), column });
  }
  return keys;
}

/** The field by which a parameter picks a row: `{orderId}`, `{order}` and `{id}` the only key, `{slug}` and `{orderSlug}` the slug. */
export function keyField(
  parameter: string,
  noun: string,
  { name }: PrismaModel,
  fields: FieldNames,
): PrismaField | undefined {
  const own = new Set([...nameWords(noun), ...nameWords(name.value)]);
  const words = wordsOf(parameter);
  const rest = words.filter((word) => !own.has(word)).join('_');
  const key = fields.publicKey(false) ?? fields.key;
  if (rest === '') return key;
  if (rest === 'id') return fields.named('id')?.field === fields.key ? key : (fields.named('id')?.field ?? key);
  const exact = fields.named(words.join('_'))?.field ?? fields.named(rest)?.field;
  if (exact !== undefined) return fields.isRelation(exact) ? fields.foreignKeyOf(exact) : exact;
  return rest === 'uuid' || rest === 'guid' ? key : undefined;
}

/** The foreign key by which rows of the path's model belong to one of another: that of the relation, else a column of its name. */
export function parentColumn(
  { model, fieldNames, leadsTo }: Pick<KeyContext, 'model' | 'fieldNames' | 'leadsTo'>,
  parent: PrismaModel,
  parameter: string,
  noun: string,
): PrismaField | undefined {
  const fields = fieldNames(model);
  const relations = foreignKeysOf(model).filter(({ field }) => leadsTo(field, parent));
  const singular = nameWords(noun).join('');
  const named = relations.find(({ field }) => nameWords(field.name.value).join('') === singular);
  const relation = named ?? (relations.length === 1 ? relations[0] : undefined);
  if (relation !== undefined) return fields.foreignKeyOf(relation.field);
  const columns = relations.length > 0 ? [] : [`${singular}_id`, parameter];
  return columns.flatMap((column) => fields.named(column)?.field ?? []).find((field) => !fields.isRelation(field));
}

/** True where no two rows agree in the field and in what the path says before. */
function isUnique(field: PrismaField, model: PrismaModel, before: readonly PathKey[]): boolean {
  const given = new Set([field.name.value, ...before.flatMap(({ column }) => column?.name.value ?? [])]);
  return indexesOf(model).some(
    ({ kind, fields }) =>
      (kind === 'id' || kind === 'unique') &&
      fields.some(({ value }) => value === field.name.value) &&
      fields.every(({ value }) => given.has(value)),
  );
}
