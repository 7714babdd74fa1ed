import {
  type OracleDatamodel,
  type OracleField,
  type OracleModel,
  prismaDatamodel,
} from '../core/prisma/prisma-oracle.ts';
import type { Risks } from './prisma-risks.ts';

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
