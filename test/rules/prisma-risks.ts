import {
  type OracleDatamodel,
  type OracleField,
  type OracleModel,
  prismaDatamodel,
} from '../core/prisma/prisma-oracle.ts';
import { type DifferProvider, migrationOf } from './prisma-differ.ts';
import { headOf, lossesOf } from './prisma-losses.ts';

/** What a migration does to rows that are there, as texts for people. */
export interface Risks {
  /** What holds data and is gone. */
  readonly losses: readonly string[];
  /** What stops it where rows do not happen to fit. */
  readonly failures: readonly string[];
  /** Columns whose rows are all written anew. */
  readonly rewrites: readonly string[];
}

/** As Prisma's differ writes the migration. */
export async function risksOf(provider: DifferProvider, before: string, after: string): Promise<Risks> {
  const sql = await migrationOf(provider, before, after);
  const old = await migrationOf(provider, headOf(before), before);
  const losses = await lossesOf(provider, before, after);
  if (provider === 'sqlite')
    return { losses, failures: [...unfilledCopies(sql, old), ...newUniques(sql, old)], rewrites: [] };
  const retyped = retypedColumns(sql, old);
  const costly = retyped.filter(({ before: type, after: now }) => !isFree(type, now));
  const narrowed = retyped.filter(({ before: type, after: now }) => isNarrow(type, now));
  return {
    losses,
    failures: [
      ...[...sql.matchAll(/ADD COLUMN +"([^"]+)" ([^,;\n]+)/g)]
        .filter(([, , rest = '']) => /NOT NULL/.test(rest) && !/DEFAULT|SERIAL/i.test(rest))
        .map(([, column]) => `required ${column} without default`),
      ...[...sql.matchAll(/ALTER COLUMN "([^"]+)" SET NOT NULL/g)].map(([, column]) => `NULLs in ${column}`),
      ...newUniques(sql, old),
      ...newKeys(sql, old),
      ...newForeignKeys(sql),
      ...narrowed.map((column) => `values of ${column.name} that are no ${column.after}`),
    ],
    rewrites: costly.map(({ name }) => name),
  };
}

/** Without a differ: what Prisma's own model of both schemas tells. `provider`: one that it writes no migration for here. */
export function modelRisksOf(
  before: Files,
  after: Files,
  provider: 'mysql' | 'sqlserver' | 'mongodb',
): Risks | undefined {
  const [a, b] = [prismaDatamodel(before), prismaDatamodel(after)];
  if (a === undefined || b === undefined) return undefined;
  const now = new Map(b.models.map((model) => [tableOf(model), model]));
  const pairs = a.models.flatMap((model) => {
    const other = now.get(tableOf(model));
    return other === undefined ? [] : [[model, other] as const];
  });
  const columns = pairs.flatMap(([one, other]) => columnPairs(one, scalarsOf(other, b), a));
  const isMongo = provider === 'mongodb';
  const retyped = columns.filter(
    ({ field, now: other }) => typeIn(field, a) !== typeIn(other, b) || field.isList !== other.isList,
  );
  const native = columns.filter(
    ({ field, now: other }) =>
      `${field.nativeType}` !== `${other.nativeType}` &&
      !isLonger(textLength(field, provider), textLength(other, provider)),
  );
  return {
    losses: [
      ...a.models.filter((model) => !now.has(tableOf(model))).map((model) => `table ${model.name}`),
      ...pairs.flatMap(([one, other]) => goneColumns(one, scalarsOf(other, b), a)),
      ...goneValues(a, b),
      ...(isMongo
        ? []
        : retyped.filter(({ field, now: other }) => !isCast(field, other)).map(({ name }) => `column ${name}`)),
    ],
    failures: [
      ...pairs.flatMap(([one, other]) => unfilledColumns(one, other, b, isMongo)),
      ...columns
        .filter(({ field, now: other }) => !field.isRequired && other.isRequired)
        .map(({ name }) => `NULLs in ${name}`),
      ...(isMongo ? retyped.map(({ name }) => `documents with the former ${name}`) : []),
      ...pairs.flatMap(([one, other]) => newUniquesOf(one, other, a, b)),
    ],
    rewrites: isMongo ? [] : [...new Set([...retyped, ...native].map(({ name }) => name))],
  };
}

/** What a String is without native type. */
const usualTexts = { mysql: ['VarChar', 191], sqlserver: ['NVarChar', 1000] } as const;

/** How long a text may be in the database; undefined for other types. */
function textLength(
  { type, nativeType }: OracleField,
  provider: 'mysql' | 'sqlserver' | 'mongodb',
): number | undefined {
  if (type !== 'String' || provider === 'mongodb') return undefined;
  const [name, usual] = usualTexts[provider];
  if (nativeType === undefined || nativeType === null) return usual;
  const [native, [length]] = nativeType;
  if (native !== name) return undefined;
  return length === 'Max' ? Number.POSITIVE_INFINITY : Number(length);
}

/** More than 63 characters of four bytes have their length in two: MySQL writes rows anew that come to that. */
function isLonger(before: number | undefined, after: number | undefined): boolean {
  return before !== undefined && after !== undefined && before <= after && before <= 63 === after <= 63;
}

type Files = Parameters<typeof prismaDatamodel>[0];

/** Enums as the database calls them. */
function typeIn({ type }: OracleField, { enums }: OracleDatamodel): string {
  const found = enums.find(({ name }) => name === type);
  return found?.dbName ?? type;
}

function tableOf({ name, dbName }: OracleModel): string {
  return dbName ?? name;
}

function scalarsOf({ fields }: OracleModel, { models }: OracleDatamodel): readonly OracleField[] {
  return fields.filter(({ type }) => !models.some(({ name }) => name === type));
}

interface ColumnPair {
  readonly name: string;
  readonly field: OracleField;
  readonly now: OracleField;
}

function columnPairs(
  before: OracleModel,
  after: readonly OracleField[],
  schema: OracleDatamodel,
): readonly ColumnPair[] {
  return scalarsOf(before, schema).flatMap((field) => {
    const name = field.dbName ?? field.name;
    const now = after.find((each) => (each.dbName ?? each.name) === name);
    return now === undefined ? [] : [{ name, field, now }];
  });
}

function goneColumns(before: OracleModel, after: readonly OracleField[], schema: OracleDatamodel): readonly string[] {
  const left = new Set(after.map(({ name, dbName }) => dbName ?? name));
  return scalarsOf(before, schema).flatMap(({ name, dbName }) => (left.has(dbName ?? name) ? [] : [`column ${name}`]));
}

function goneValues(before: OracleDatamodel, after: OracleDatamodel): readonly string[] {
  return before.enums.flatMap(({ name, dbName, values }) => {
    const now = after.enums.find((each) => (each.dbName ?? each.name) === (dbName ?? name));
    const left = new Set(now?.values.map((value) => value.dbName ?? value.name));
    return now === undefined
      ? []
      : values.flatMap((value) => (left.has(value.dbName ?? value.name) ? [] : [`value ${value.name}`]));
  });
}

/** Made by the client: rows that are there get none. */
const clientDefaults = ['uuid', 'cuid', 'nanoid', 'ulid'];

function unfilledColumns(
  before: OracleModel,
  after: OracleModel,
  schema: OracleDatamodel,
  isMongo: boolean,
): readonly string[] {
  const known = new Set(before.fields.map(({ name, dbName }) => dbName ?? name));
  return scalarsOf(after, schema).flatMap((field) => {
    const { name, dbName, isRequired, isList } = field;
    if (known.has(dbName ?? name) || !isRequired || isList) return [];
    return !isMongo && isFilled(field) ? [] : [`required ${name} without default`];
  });
}

function isFilled({ default: value }: OracleField): boolean {
  if (value === undefined || value === null) return false;
  const name: unknown = typeof value === 'object' ? Reflect.get(value, 'name') : undefined;
  return typeof name !== 'string' || !clientDefaults.includes(name);
}

/** Databases turn numbers into wider numbers; Prisma leaves it to them. */
function isCast(before: OracleField, after: OracleField): boolean {
  const numbers = ['Int', 'BigInt', 'Float', 'Decimal'];
  return (
    before.isList === after.isList &&
    numbers.includes(before.type) &&
    numbers.indexOf(after.type) >= numbers.indexOf(before.type)
  );
}

function newUniquesOf(
  one: OracleModel,
  other: OracleModel,
  before: OracleDatamodel,
  after: OracleDatamodel,
): readonly string[] {
  const old = keysOf(one, before);
  const isHeld = (key: readonly string[]) => old.some((known) => known.every((name) => key.includes(name)));
  return keysOf(other, after).flatMap((key) => (isHeld(key) ? [] : [`duplicates of ${key.join(', ')}`]));
}

function keysOf(model: OracleModel, { indexes }: OracleDatamodel): readonly (readonly string[])[] {
  const own = indexes.filter((index) => index.model === model.name && (index.type === 'unique' || index.type === 'id'));
  const columnOf = (name: string) => model.fields.find((field) => field.name === name)?.dbName ?? name;
  return own.map(({ fields }) => fields.map(({ name }) => columnOf(name)));
}

/** In the order of the SQL: name of the table, its columns. */
const uniquePattern = /CREATE UNIQUE INDEX "[^"]+" ON "([^"]+)" ?\(([^)]*)\)/g;

function newUniques(sql: string, old: string): readonly string[] {
  const tables = new Set([...old.matchAll(/CREATE TABLE "([^"]+)"/g)].map(([, name]) => name));
  const known = [...old.matchAll(uniquePattern)].map(([, table, columns = '']) => ({
    table,
    columns: namesIn(columns),
  }));
  return [...sql.matchAll(uniquePattern)].flatMap(([, table, list = '']) => {
    const columns = namesIn(list);
    const isHeld = known.some((key) => key.table === table && key.columns.every((name) => columns.includes(name)));
    const isNewColumn = columns.some((name) => new RegExp(`ADD COLUMN +"${name}"`).test(sql));
    return isHeld || isNewColumn || !tables.has(table) ? [] : [`duplicates of ${columns.join(', ')} in ${table}`];
  });
}

/** A key over the columns of one that was unique before finds nothing twice. */
function newKeys(sql: string, old: string): readonly string[] {
  const known = [...old.matchAll(uniquePattern)].map(
    ([, table, columns = '']) => `${table} ${namesIn(columns).join()}`,
  );
  return [...sql.matchAll(/ALTER TABLE "([^"]+)"[^;]*ADD CONSTRAINT "[^"]+" PRIMARY KEY \(([^)]*)\)/g)].flatMap(
    ([, table, columns = '']) =>
      known.includes(`${table} ${namesIn(columns).join()}`) ? [] : [`duplicate keys of ${table}`],
  );
}

function newForeignKeys(sql: string): readonly string[] {
  return [...sql.matchAll(/ADD CONSTRAINT "([^"]+)" FOREIGN KEY \(([^)]*)\)/g)].flatMap(([, name, list = '']) => {
    const isAnew = sql.includes(`DROP CONSTRAINT "${name}"`);
    const isNewColumn = namesIn(list).some((column) => new RegExp(`ADD COLUMN +"${column}"`).test(sql));
    return isAnew || isNewColumn ? [] : [`orphans of ${namesIn(list).join(', ')}`];
  });
}

/** SQLite copies rows into a new table; those columns that are not copied need a default. */
function unfilledCopies(sql: string, old: string): readonly string[] {
  return [...sql.matchAll(/CREATE TABLE "new_([^"]+)" \(\n(.*?)\n\);/gs)].flatMap(([, table = '', body = '']) => {
    const copy = sql.split('\n').find((line) => line.startsWith(`INSERT INTO "new_${table}" `)) ?? '';
    const before = old.split(`CREATE TABLE "${table}" (\n`)[1]?.split('\n);')[0] ?? '';
    return body.split('\n').flatMap((line) => {
      const column = /^ +"([^"]+)"/.exec(line)?.[1];
      if (column === undefined || !line.includes('NOT NULL') || line.includes('PRIMARY KEY')) return [];
      if (!copy.includes(`"${column}"`)) return line.includes('DEFAULT') ? [] : [`required ${column} without default`];
      const former = before.split('\n').find((each) => each.trimStart().startsWith(`"${column}" `)) ?? '';
      const isFilled = copy.includes(`coalesce("${column}"`);
      return former.includes('NOT NULL') || isFilled ? [] : [`NULLs in ${column}`];
    });
  });
}

/** A column that keeps its name, and the SQL of its types. */
interface RetypedColumn {
  readonly name: string;
  readonly before: string;
  readonly after: string;
}

function retypedColumns(sql: string, old: string): readonly RetypedColumn[] {
  return [...sql.matchAll(/ALTER TABLE "([^"]+)"([^;]*)/g)].flatMap(([, table = '', changes = '']) => {
    const body = old.split(`CREATE TABLE "${table}" (\n`)[1]?.split('\n);')[0] ?? '';
    const types = new Map(
      [...body.matchAll(/^ +"([^"]+)" (\w+(?:\([\d,]+\))?)/gm)].map(([, name, type]) => [name, type]),
    );
    return [...changes.matchAll(/ALTER COLUMN "([^"]+)" SET DATA TYPE (\w+(?:\([\d,]+\))?)/g)].map(
      ([, name = '', after = '']) => ({ name, before: types.get(name) ?? '', after }),
    );
  });
}

function isFree(before: string, after: string): boolean {
  return sizeOf(before) <= sizeOf(after) && !before.startsWith('CHAR(');
}

/** How many characters a text may have; not a number for other types. */
function sizeOf(type: string): number {
  const size = /^(?:VAR)?CHAR\((\d+)\)$/.exec(type)?.[1];
  return Number(size ?? (type === 'TEXT' ? Number.POSITIVE_INFINITY : Number.NaN));
}

function isNarrow(before: string, after: string): boolean {
  if (/SERIAL/.test(after)) return true;
  return sizeOf(after) < sizeOf(before) || (after === 'INTEGER' && before === 'BIGINT');
}

function namesIn(list: string): readonly string[] {
  return [...list.matchAll(/"([^"]+)"/g)].map(([, name]) => name ?? '');
}
