import { type DifferProvider, migrationOf } from './prisma-differ.ts';

/** What holds data and is gone after a migration: tables, columns, values of enums, as the SQL calls them. */
export async function lossesOf(provider: DifferProvider, before: string, after: string): Promise<readonly string[]> {
  const sql = await migrationOf(provider, before, after);
  const dropped = [...sql.matchAll(/\bDROP COLUMN "([^"]+)"/g)].map(([, column]) => `column ${column}`);
  const enums = [...sql.matchAll(/\bCREATE TYPE "([^"]+)_new"/g)].map(([, name]) => `values of ${name}`);
  const values = [...sql.matchAll(/\bDROP VALUE '([^']+)'/g)].map(([, value]) => `value ${value}`);
  const tables = [...sql.matchAll(/\bDROP TABLE "([^"]+)"/g)].flatMap(([, name = '']) => [name]);
  const [rebuilt, gone] = [
    tables.filter((name) => isRebuilt(name, sql)),
    tables.filter((name) => !isRebuilt(name, sql)),
  ];
  const old = rebuilt.length === 0 ? '' : await migrationOf(provider, headOf(before), before);
  const left = rebuilt.flatMap((name) => notCopied(name, old, sql));
  return [...gone.map((name) => `table ${name}`), ...dropped, ...enums, ...values, ...left];
}

/** SQLite makes a new table, copies the rows, and gives it the old name. */
function isRebuilt(table: string, sql: string): boolean {
  return sql.includes(`RENAME TO "${table}"`);
}

function notCopied(table: string, old: string, sql: string): readonly string[] {
  const [, body = ''] = old.split(`CREATE TABLE "${table}" (\n`);
  const columns = [...(body.split('\n);')[0] ?? '').matchAll(/^ +"([^"]+)"/gm)].map(([, column]) => column ?? '');
  const copy = sql.split('\n').find((line) => line.startsWith(`INSERT INTO "new_${table}" `)) ?? '';
  const [, copied = ''] = copy.split(' SELECT ');
  return columns.filter((column) => !copied.includes(`"${column}"`)).map((column) => `column ${column}`);
}

/** A schema without its blocks of data. */
export function headOf(schema: string): string {
  return /^datasource \w+ \{[^}]*\}/m.exec(schema)?.[0] ?? '';
}
