import { argumentOf, attributeOf, stringValue } from '#core/prisma/attribute.ts';
import type { PrismaModel } from '#core/prisma/model.ts';
import type { PrismaSchema } from '#core/project/prisma-schema.ts';
import { toPascalCase, toSnakeCase, wordsOf } from '#core/text/casing.ts';
import { pluralOf, singularOf } from '#core/text/english.ts';
import { fieldStyle } from '#rules/detectors/prisma/field-style.ts';
import { type RowTime, rowTimeLine } from '#rules/fixes/prisma/row-time.ts';
import type {
  BlockAttribute,
  Column,
  ColumnType,
  Members,
  PrismaBlock,
  PrismaPattern,
} from '#snippets/prisma-pattern.ts';

/** What a schema calls things. */
interface SchemaNames {
  /** A field, by the pattern's name for it. */
  readonly field: (name: string) => string;
  /** A model or enum that may not be there yet. */
  readonly block: (name: string) => string;
  /** The table of a new model where it is not called like the model; undefined where the schema leaves that to Prisma. */
  readonly table: (name: string) => string | undefined;
  /** The column of a field where it is not called like the field. */
  readonly column: (name: string) => string | undefined;
  readonly models: readonly PrismaModel[];
  /** True for fields of a model that is not there yet. */
  readonly isNewModel?: boolean;
}

const times: readonly string[] = ['createdAt', 'updatedAt', 'deletedAt'] satisfies readonly RowTime[];

/** A pattern with the names the schema would give to fields, models, columns and tables. */
export function withSchemaNames(
  pattern: PrismaPattern,
  schema: PrismaSchema,
  model: PrismaModel | undefined,
): PrismaPattern {
  const names = schemaNames(schema, model);
  const { blocks, support, members, otherMembers, ...rest } = pattern;
  return {
    ...rest,
    ...(blocks && { blocks: blocks.map((block) => renamedBlock(block, names)) }),
    ...(support && { support: support.flatMap((block) => renamedModels(block, names)) }),
    ...(members && { members: renamedMembers(members, names) }),
    ...(otherMembers && {
      otherMembers: Object.fromEntries(
        Object.entries(otherMembers).map(([name, columns]) => [
          names.block(name),
          columns.map((one) => renamed(one, names)),
        ]),
      ),
    }),
  };
}

function schemaNames(schema: PrismaSchema, model: PrismaModel | undefined): SchemaNames {
  const all = schema.all('prisma.model').filter(({ isView }) => !isView);
  const models = model === undefined ? all : [model, ...all.filter((other) => other !== model)];
  const { isSnake, isMapped } = fieldStyle(models);
  const isSnakeBlock = isMost(all, ({ name }) => /^[a-z]/.test(name.value));
  const isPlural = isMost(all, (one) => tableOf(one) === pluralTable(one.name.value));
  const isMappedBlock = isPlural || isMost(all, (one) => tableOf(one) === toSnakeCase(one.name.value));
  const isPluralModel = isMost(all, ({ name }) => pluralWords(name.value) === toSnakeCase(name.value));
  const isThere = (name: string): boolean =>
    schema.find('prisma.model', name, '') !== undefined || schema.find('prisma.enum', name, '') !== undefined;
  const field = (name: string): string => {
    const time = isRowTime(name) ? rowTimeLine(name, models)?.name : undefined;
    return time ?? (isSnake ? toSnakeCase(name) : name);
  };
  return {
    field,
    block: (name) => {
      if (isThere(name)) return name;
      if (!isPluralModel) return isSnakeBlock ? toSnakeCase(name) : name;
      return isSnakeBlock ? pluralTable(name) : toPascalCase(pluralTable(name));
    },
    table: (name) => (isMappedBlock ? (isPlural ? pluralTable(name) : toSnakeCase(name)) : undefined),
    column: (name) => (isMapped && toSnakeCase(name) !== name ? toSnakeCase(name) : undefined),
    models,
  };
}

function renamedModels(block: Extract<PrismaBlock, { kind: 'model' }>, names: SchemaNames) {
  const renamedOne = renamedBlock(block, names);
  return renamedOne.kind === 'model' ? [renamedOne] : [];
}

function renamedBlock(block: PrismaBlock, names: SchemaNames): PrismaBlock {
  const name = names.block(block.name);
  if (block.kind === 'enum') return { ...block, name };
  const { documentation, key } = block;
  const table = names.table(name);
  return {
    ...block,
    ...renamedMembers(block, { ...names, isNewModel: true }),
    name,
    ...(documentation !== undefined && { documentation: renamedText(documentation, block.columns, names) }),
    ...(key && { key: key.map(names.field) }),
    ...(table !== undefined && table !== name && { table }),
  };
}

function renamedMembers({ columns, attributes }: Members, names: SchemaNames): Members {
  return {
    columns: columns.map((column) => renamed(column, names)),
    ...(attributes && { attributes: attributes.map((attribute) => renamedAttribute(attribute, names)) }),
  };
}

function renamedAttribute({ name, fields }: BlockAttribute, names: SchemaNames): BlockAttribute {
  return { name, fields: fields.map(names.field) };
}

function renamed(column: Column, names: SchemaNames): Column {
  const { documentation } = column;
  const name = names.field(column.name);
  const line = isRowTime(column.name)
    ? rowTimeLine(column.name, names.models, { hasRows: names.isNewModel !== true })
    : undefined;
  const isRelation = typeof column.type !== 'string' && (column.type.kind === 'one' || column.type.kind === 'many');
  const mapped = isRelation || column.type === 'key' ? undefined : names.column(name);
  return {
    ...column,
    name,
    type: renamedType(column.type, names),
    ...(documentation !== undefined && { documentation: renamedText(documentation, [column], names) }),
    ...(line === undefined ? mapped !== undefined && { mapped } : { line }),
  };
}

function renamedType(type: ColumnType, names: SchemaNames): ColumnType {
  if (typeof type === 'string') return type;
  switch (type.kind) {
    case 'enum':
      return { ...type, name: names.block(type.name) };
    case 'one':
      return { ...type, model: names.block(type.model), foreignKey: names.field(type.foreignKey) };
    default:
      return { ...type, model: names.block(type.model) };
  }
}

/** A comment that speaks of columns. */
function renamedText(text: string, columns: readonly Column[], names: SchemaNames): string {
  const known = new Set(columns.map(({ name }) => name).filter((name) => wordsOf(name).length > 1));
  return text.replace(/\w+/g, (word) => (known.has(word) ? names.field(word) : word));
}

function isRowTime(name: string): name is RowTime {
  return times.includes(name);
}

function tableOf(model: PrismaModel): string | undefined {
  const attribute = attributeOf(model, 'map');
  return attribute && stringValue((argumentOf(attribute, 0) ?? argumentOf(attribute, 'name'))?.value)?.value;
}

function pluralTable(name: string): string {
  const words = [...wordsOf(name)];
  return [...words.slice(0, -1), pluralOf(words.at(-1) ?? '')].join('_');
}

/** The same words for a name that is a plural already. */
function pluralWords(name: string): string {
  const words = [...toSnakeCase(name).split('_')];
  const last = words.at(-1) ?? '';
  return singularOf(last) === last ? pluralTable(name) : words.join('_');
}

function isMost(models: readonly PrismaModel[], test: (model: PrismaModel) => boolean): boolean {
  return models.filter(test).length * 2 > models.length;
}
