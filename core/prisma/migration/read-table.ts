import type { BlockLookup } from '#core/prisma/block-lookup.ts';
import { namespaceOf } from '#core/prisma/block-name.ts';
import { defaultOf, mappedName, nativeTypeOf } from '#core/prisma/field.ts';
import { indexesOf, type ModelIndex } from '#core/prisma/indexes.ts';
import type { ColumnType } from '#core/prisma/migration/table-change.ts';
import type { PrismaField, PrismaModel } from '#core/prisma/model.ts';
import { type ForeignKey, foreignKeysOf } from '#core/prisma/relation.ts';
import type { Located, Span } from '#core/text/span.ts';

/** A model as the database has it; columns by their names there. What is compared of keys is a text that is the same for the same key. */
export interface Table {
  readonly model: string;
  readonly columns: ReadonlyMap<string, Column>;
  readonly primaryKey: string | undefined;
  readonly indexes: ReadonlySet<string>;
  readonly foreignKeys: ReadonlySet<string>;
}

export interface Column extends ColumnType {
  readonly isOptional: boolean;
  /** As written; only what the database itself fills in. */
  readonly default: string | undefined;
}

/** Reads a table; `models` are all models of the schema. */
export function readTable(model: PrismaModel, models: BlockLookup<PrismaModel>): Table {
  const fields = model.fields.filter((field) => targetOf(field, models) === undefined);
  const all = indexesOf(model).map((index) => [index.kind, indexKey(index, model)] as const);
  return {
    model: model.name.value,
    columns: new Map(fields.map((field) => [columnName(field), readColumn(field)])),
    primaryKey: all.find(([kind]) => kind === 'id')?.[1],
    indexes: new Set(all.flatMap(([kind, key]) => (kind === 'id' ? [] : [key]))),
    foreignKeys: new Set(foreignKeysOf(model).map((key) => foreignKeyText(key, model, models))),
  };
}

/** The name of a model's table, of Prisma 8 with that of its namespace: there may be one of the same name in another. */
export function tableName(model: PrismaModel): string {
  const namespace = namespaceOf(model.section);
  const name = mappedName(model)?.value ?? model.name.value;
  return namespace === undefined ? name : `${namespace}.${name}`;
}

function targetOf({ type, section }: PrismaField, models: BlockLookup<PrismaModel>): PrismaModel | undefined {
  return models.meant(type.value, namespaceOf(section) ?? '')[0];
}

function readColumn(field: PrismaField): Column {
  return {
    ...readColumnType(field),
    isOptional: field.isOptional,
    default: databaseDefault(field),
  };
}

/** The type of a column as it is written. */
export function readColumnType(field: PrismaField): ColumnType {
  const native = nativeTypeOf(field);
  return { type: field.type.value, isList: field.isList, native: native?.name, args: native?.args ?? [] };
}

/** Made by the client, when it writes a row. */
const clientDefaults: ReadonlySet<string> = new Set(['uuid', 'cuid', 'nanoid', 'ulid', 'auto']);

function databaseDefault(field: PrismaField): string | undefined {
  const value = defaultOf(field);
  if (value === undefined || (value.kind === 'call' && clientDefaults.has(value.name))) return undefined;
  return textAt(field.section.text, value.span);
}

function columnName(field: PrismaField): string {
  return mappedName(field)?.value ?? field.name.value;
}

function columnsOf(names: readonly string[], { fields }: PrismaModel): readonly string[] {
  return names.map((name) => {
    const field = fields.find((each) => each.name.value === name);
    return field === undefined ? name : columnName(field);
  });
}

function indexKey({ kind, fields, type, where }: ModelIndex, model: PrismaModel): string {
  const names = columnsOf(valuesOf(fields), model);
  const columns = fields.map(({ sort, length, ops }, at) => [names[at], sort ?? 'Asc', length, ops].join(' '));
  const condition = where === undefined ? '' : textAt(model.section.text, where.span);
  return [kind, type ?? 'BTree', columns.join(', '), condition].join('\n');
}

function foreignKeyText(
  { field, fields, references, onDelete, onUpdate }: ForeignKey,
  model: PrismaModel,
  models: BlockLookup<PrismaModel>,
): string {
  const target = targetOf(field, models);
  const own = columnsOf(valuesOf(fields), model).join(', ');
  const referred =
    target === undefined ? '' : `${tableName(target)} ${columnsOf(valuesOf(references), target).join(', ')}`;
  const usual = field.isOptional ? 'SetNull' : 'Restrict';
  return [own, referred, onDelete?.value ?? usual, onUpdate?.value ?? 'Cascade'].join('\n');
}

function valuesOf(list: readonly Located<string>[]): readonly string[] {
  return list.map(({ value }) => value);
}

function textAt(text: string, { start, end }: Span): string {
  return text.slice(start, end).replace(/\s+/g, ' ');
}
