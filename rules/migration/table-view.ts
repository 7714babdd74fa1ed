import { argumentOf, attributeOf, stringValue } from '#core/prisma/attribute.ts';
import { namespaceOf } from '#core/prisma/block-name.ts';
import { defaultOf } from '#core/prisma/field.ts';
import { type IndexKind, indexesOf, type ModelIndex } from '#core/prisma/indexes.ts';
import type { PrismaEnum, PrismaField, PrismaModel, PrismaValue } from '#core/prisma/model.ts';
import { enumOf, modelOf } from '#core/prisma/named-block.ts';
import { type ForeignKey, foreignKeysOf } from '#core/prisma/relation.ts';
import type { Scope } from '#core/rule.ts';
import { columnNameOf, tableOf } from '#rules/detectors/change/former-model.ts';
import { quoted, quotedText } from '#rules/migration/sql-quote.ts';
import { type SqlProvider, sqlType } from '#rules/migration/sql-type.ts';

/** A column as its database is told of it. */
export interface ColumnView {
  readonly name: string;
  /** In SQL; undefined where the plan does not know it. */
  readonly type: string | undefined;
  /** What is stored, whatever type holds it: `String`, `enum`, `Json[]`. */
  readonly kind: string;
  readonly isOptional: boolean;
  /** In SQL; undefined where the database fills nothing in. */
  readonly default: string | undefined;
  /** True where the database counts (`autoincrement()`). */
  readonly counts: boolean;
}

/** A primary key, a unique key or an index. */
export interface KeyView {
  readonly kind: IndexKind;
  /** In the database. */
  readonly name: string;
  readonly columns: readonly string[];
  /** Columns with their order, as SQL lists them. */
  readonly list: string;
  /** `Gin`; undefined for a B-tree. */
  readonly method: string | undefined;
  /** True where it has what the plan does not write: a condition, operator classes, lengths. */
  readonly isSpecial: boolean;
}

export interface ForeignKeyView {
  readonly name: string;
  readonly columns: readonly string[];
  readonly target: string;
  readonly targetColumns: readonly string[];
  readonly onDelete: string;
  readonly onUpdate: string;
}

/** A schema's side of a plan: its scope and what it is for. */
export interface ViewContext {
  readonly scope: Scope;
  readonly provider: SqlProvider;
  /** False where Prisma keeps relations itself. */
  readonly hasForeignKeys: boolean;
}

/** The name of a table as SQL has it, with its schema where `@@schema` or a namespace of Prisma 8 gives one. */
export function tableText(model: PrismaModel, provider: SqlProvider): string {
  const schema = attributeOf(model, 'schema');
  const name = stringValue(argumentOf(schema ?? { args: [] }, 0)?.value)?.value ?? namespaceOf(model.section);
  const table = quoted(tableOf(model), provider);
  return name === undefined ? table : `${quoted(name, provider)}.${table}`;
}

export function columnView(field: PrismaField, { scope, provider }: ViewContext): ColumnView {
  const found = enumOf(field, scope);
  const type = found === undefined ? sqlType(field, provider) : enumType(found, provider);
  const value = defaultOf(field);
  return {
    name: columnNameOf(field),
    type: type === undefined ? undefined : `${type}${field.isList ? '[]' : ''}`,
    kind: `${found === undefined ? field.type.value : 'enum'}${field.isList ? '[]' : ''}`,
    // Prisma lets the columns of lists be NULL.
    isOptional: field.isOptional || field.isList,
    default: value && defaultText(value, found),
    counts: value?.kind === 'call' && (value.name === 'autoincrement' || value.name === 'sequence'),
  };
}

/** The name of an enum in the database. */
export function enumName(found: PrismaEnum): string {
  const map = attributeOf(found, 'map');
  return (map && stringValue(argumentOf(map, 0)?.value)?.value) ?? found.name.value;
}

/** The values of an enum as the database has them, in order. */
export function enumValues({ values }: PrismaEnum): readonly string[] {
  return values.map(({ name, mapped }) => mapped ?? name.value);
}

/** Only PostgreSQL and CockroachDB have types for enums; MySQL lists the values at the column. */
function enumType(found: PrismaEnum, provider: SqlProvider): string | undefined {
  if (provider === 'postgresql' || provider === 'cockroachdb') return quoted(enumName(found), provider);
  return provider === 'mysql' ? `ENUM(${enumValues(found).map(quotedText).join(', ')})` : 'TEXT';
}

function defaultText(value: PrismaValue, found: PrismaEnum | undefined): string | undefined {
  switch (value.kind) {
    case 'string':
      return quotedText(value.value);
    case 'number':
      return value.value;
    case 'path':
      return found === undefined ? value.value : quotedText(mappedValue(found, value.value));
    case 'call': {
      if (value.name === 'now') return 'CURRENT_TIMESTAMP';
      return value.name === 'dbgenerated' ? stringValue(value.args[0]?.value)?.value : undefined;
    }
    default:
      return undefined;
  }
}

function mappedValue({ values }: PrismaEnum, name: string): string {
  const found = values.find((value) => value.name.value === name);
  return found?.mapped ?? name;
}

export function keyViews(model: PrismaModel, { provider }: ViewContext): readonly KeyView[] {
  return indexesOf(model).map((index) => keyView(index, model, provider));
}

const endings: { readonly [K in IndexKind]: string } = { id: 'pkey', unique: 'key', index: 'idx', fulltext: 'idx' };

function keyView(index: ModelIndex, model: PrismaModel, provider: SqlProvider): KeyView {
  const columns = index.fields.map(({ value }) => columnOf(model, value));
  const list = index.fields.map(({ sort }, place) => `${quoted(columns[place] ?? '', provider)}${order(sort)}`);
  const usualName =
    index.kind === 'id' ? [tableOf(model), endings.id] : [tableOf(model), ...columns, endings[index.kind]];
  return {
    kind: index.kind,
    name: index.map ?? usualName.join('_').slice(0, longestName),
    columns,
    list: list.join(', '),
    method: index.type === undefined || index.type === 'BTree' ? undefined : index.type,
    isSpecial:
      index.where !== undefined || index.fields.some(({ ops, length }) => ops !== undefined || length !== undefined),
  };
}

/** PostgreSQL cuts names there (63 bytes); what the database has is to be looked up where a name is as long. */
const longestName = 63;

function order(sort: string | undefined): string {
  return sort === 'Desc' ? ' DESC' : '';
}

function columnOf({ fields }: PrismaModel, name: string): string {
  const field = fields.find((each) => each.name.value === name);
  return field === undefined ? name : columnNameOf(field);
}

export function foreignKeyViews(model: PrismaModel, context: ViewContext): readonly ForeignKeyView[] {
  return context.hasForeignKeys ? foreignKeysOf(model).flatMap((key) => foreignKeyView(key, model, context) ?? []) : [];
}

function foreignKeyView(key: ForeignKey, model: PrismaModel, context: ViewContext): ForeignKeyView | undefined {
  const target = modelOf(key.field, context.scope);
  if (target === undefined) return undefined;
  const columns = key.fields.map(({ value }) => columnOf(model, value));
  return {
    name: key.map?.value ?? [tableOf(model), ...columns, 'fkey'].join('_').slice(0, longestName),
    columns,
    target: tableText(target, context.provider),
    targetColumns: key.references.map(({ value }) => columnOf(target, value)),
    onDelete: action(key.onDelete?.value ?? (key.field.isOptional ? 'SetNull' : 'Restrict')),
    onUpdate: action(key.onUpdate?.value ?? 'Cascade'),
  };
}

/** `SetNull` → `SET NULL`. */
function action(name: string): string {
  return name.replace(/(?<=[a-z])(?=[A-Z])/g, ' ').toUpperCase();
}
