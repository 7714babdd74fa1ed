import { argumentOf, listValue, pathValue, stringValue } from '#core/prisma/attribute.ts';
import type { PrismaArgument, PrismaAttribute, PrismaField, PrismaModel, PrismaValue } from '#core/prisma/model.ts';
import type { Located } from '#core/text/span.ts';

export type IndexKind = 'id' | 'unique' | 'index' | 'fulltext';

/** A column of an index; the value is the field's name (`address.street` within a composite type). */
export interface IndexField extends Located<string> {
  /** `Asc` or `Desc`. */
  readonly sort?: string;
  /** How much of the column is indexed (MySQL). */
  readonly length?: string;
  /** The operator class, as a name or the text of `raw("…")` (PostgreSQL). */
  readonly ops?: string;
}

/** A key or index of a model, whether it stands at a field or at the block. */
export interface ModelIndex {
  readonly kind: IndexKind;
  readonly fields: readonly IndexField[];
  /** `BTree`, `Hash`, `Gist`, `Gin`, `SpGist`, `Brin`; undefined where the default, a B-tree, holds. */
  readonly type?: string;
  /** The condition of a partial index. */
  readonly where?: PrismaValue;
  /** The name in the database. */
  readonly map?: string;
  /** The name in the client. */
  readonly name?: string;
  readonly clustered?: boolean;
  readonly attribute: PrismaAttribute;
  readonly fieldLevel: boolean;
}

/** Every key and index of a model: those at fields first, in field order, then those of the block. */
export function indexesOf(model: PrismaModel): readonly ModelIndex[] {
  const known = indexesOfModel.get(model);
  if (known !== undefined) return known;
  const indexes = [...model.fields.flatMap(fieldIndexes), ...model.attributes.flatMap(blockIndex)];
  indexesOfModel.set(model, indexes);
  return indexes;
}

/** They are asked for by many rules, and for each relation. */
const indexesOfModel = new WeakMap<PrismaModel, readonly ModelIndex[]>();

/** Those that begin with a column. */
export function indexesBeginningWith(model: PrismaModel, column: string): readonly ModelIndex[] {
  const known = byFirstColumn.get(model) ?? groupByFirst(indexesOf(model));
  byFirstColumn.set(model, known);
  return known.get(column) ?? [];
}

const byFirstColumn = new WeakMap<PrismaModel, ReadonlyMap<string, readonly ModelIndex[]>>();

function groupByFirst(indexes: readonly ModelIndex[]): ReadonlyMap<string, readonly ModelIndex[]> {
  const groups = new Map<string, ModelIndex[]>();
  for (const index of indexes) {
    const first = index.fields[0]?.value ?? '';
    const known = groups.get(first);
    if (known === undefined) groups.set(first, [index]);
    else known.push(index);
  }
  return groups;
}

/** The primary key; undefined when the model has none. */
export function primaryKeyOf(model: PrismaModel): ModelIndex | undefined {
  return indexesOf(model).find(({ kind }) => kind === 'id');
}

function fieldIndexes(field: PrismaField): readonly ModelIndex[] {
  return field.attributes.flatMap((attribute) => {
    const kind = attribute.name.value;
    if (kind !== 'id' && kind !== 'unique') return [];
    const column = { ...field.name, ...columnOptions(attribute.args) };
    return [{ kind, fields: [column], ...optionsOf(attribute, kind), attribute, fieldLevel: true }];
  });
}

function blockIndex(attribute: PrismaAttribute): readonly ModelIndex[] {
  const kind = blockKind(attribute);
  if (kind === undefined) return [];
  const list = argumentOf(attribute, 'fields') ?? argumentOf(attribute, 0);
  const fields = listValue(list?.value).flatMap(columnOf);
  return [{ kind, fields, ...optionsOf(attribute, kind), attribute, fieldLevel: false }];
}

/** Prisma 8 writes a unique index as `@@index([…], unique: true)` too. */
function blockKind(attribute: PrismaAttribute): IndexKind | undefined {
  const name = attribute.name.value;
  if (name === 'index') return wordOf(attribute.args, 'unique') === 'true' ? 'unique' : 'index';
  return name === 'id' || name === 'unique' || name === 'fulltext' ? name : undefined;
}

function columnOf(item: PrismaValue): readonly IndexField[] {
  const path = pathValue(item);
  if (path !== undefined) return [path];
  if (item.kind !== 'call') return [];
  const span = { start: item.span.start, end: item.span.start + item.name.length };
  return [{ value: item.name, span, ...columnOptions(item.args) }];
}

function columnOptions(args: readonly PrismaArgument[]): Pick<IndexField, 'sort' | 'length' | 'ops'> {
  const sort = wordOf(args, 'sort');
  const length = wordOf(args, 'length');
  const ops = wordOf(args, 'ops');
  return { ...(sort && { sort }), ...(length && { length }), ...(ops && { ops }) };
}

type IndexOptions = Pick<ModelIndex, 'type' | 'where' | 'map' | 'name' | 'clustered'>;

/** `name` of an `@@index` is an old word for `map`: only keys have a name in the client. */
function optionsOf(attribute: PrismaAttribute, kind: IndexKind): IndexOptions {
  const { args } = attribute;
  const type = wordOf(args, 'type');
  const where = argumentOf(attribute, 'where')?.value;
  const hasClientName = kind === 'id' || kind === 'unique';
  const written = stringValue(argumentOf(attribute, 'name')?.value)?.value;
  const name = hasClientName ? written : undefined;
  const map = stringValue(argumentOf(attribute, 'map')?.value)?.value ?? (hasClientName ? undefined : written);
  const clustered = wordOf(args, 'clustered');
  return {
    ...(type && { type }),
    ...(where && { where }),
    ...(map && { map }),
    ...(name && { name }),
    ...(clustered && { clustered: clustered === 'true' }),
  };
}

/** A path or number as written, the text of a string, the text in `raw("…")`. */
function wordOf(args: readonly PrismaArgument[], name: string): string | undefined {
  const value = argumentOf({ args }, name)?.value;
  if (value?.kind === 'call') return stringValue(value.args[0]?.value)?.value;
  return value?.kind === 'path' || value?.kind === 'number' || value?.kind === 'string' ? value.value : undefined;
}
