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
