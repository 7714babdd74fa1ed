import type { Postgres } from './postgres.ts';

/** What a table holds: its rows by column, as texts. */
export type Content = ReadonlyMap<string, readonly { readonly [column: string]: string | null }[]>;

/**
 * Puts two rows into each table: what must be there in both, all that may be missing in the first alone. Values of one row are the same
 * in all tables, so that what refers to others finds them, and differ between both, so that keys hold.
 */
export async function fillTables(db: Postgres): Promise<void> {
  await db.run("SET session_replication_role = 'replica'");
  for (const table of await tablesOf(db)) {
    const columns = await columnsOf(db, table);
    for (const row of [1, 2]) {
      const given = columns.filter(({ isOptional }) => row === 1 || !isOptional);
      const values = await Promise.all(given.map((column) => valueFor(db, column, row)));
      await db.run(
        `INSERT INTO "${table}" (${given.map(({ name }) => `"${name}"`).join(', ')}) VALUES (${values.join(', ')})`,
      );
    }
  }
  await db.run("SET session_replication_role = 'origin'");
}

/** What the tables hold now. */
export async function contentOf(db: Postgres): Promise<Content> {
  const content = new Map<string, readonly { readonly [column: string]: string | null }[]>();
  for (const table of await tablesOf(db)) {
    const columns = (await columnsOf(db, table)).map(({ name }) => `"${name}"::text AS "${name}"`);
    const rows = await db.rows(`SELECT ${columns.join(', ')} FROM "${table}" ORDER BY 1`);
    content.set(
      table,
      rows.map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, plain(value)]))),
    );
  }
  return content;
}

/** What is gone or another one: of each table that was there the columns whose values are not as they were. */
export function lostFrom(before: Content, after: Content): readonly string[] {
  return [...before].flatMap(([table, rows]) => {
    const now = after.get(table);
    if (now === undefined) return [`table ${table}`];
    const columns = Object.keys(rows[0] ?? {});
    return columns
      .filter((name) => rows.some((row, at) => row[name] !== now[at]?.[name]))
      .map((name) => `${table}.${name}`);
  });
}

interface Column {
  readonly name: string;
  readonly type: string;
  /** Of an enum or array. */
  readonly typeName: string;
  readonly isOptional: boolean;
}

async function tablesOf(db: Postgres): Promise<readonly string[]> {
  const rows = await db.rows('SELECT tablename FROM pg_tables WHERE schemaname = current_schema() ORDER BY 1');
  return rows.map(({ tablename }) => String(tablename));
}

async function columnsOf(db: Postgres, table: string): Promise<readonly Column[]> {
  const rows = await db.rows(
    `SELECT column_name, data_type, udt_name, is_nullable FROM information_schema.columns
     WHERE table_schema = current_schema() AND table_name = '${table}' ORDER BY ordinal_position`,
  );
  return rows.map((row) => ({
    name: String(row['column_name']),
    type: String(row['data_type']),
    typeName: String(row['udt_name']),
    isOptional: row['is_nullable'] === 'YES',
  }));
}

async function valueFor(db: Postgres, { type, typeName }: Column, row: number): Promise<string> {
  if (type === 'USER-DEFINED') {
    const values = (await db.rows(`SELECT unnest(enum_range(NULL::"${typeName}"))::text AS value`)).map(({ value }) =>
      String(value),
    );
    return `'${values[(row - 1) % values.length] ?? ''}'`;
  }
  if (type === 'ARRAY') return "'{}'";
  if (type === 'boolean') return row === 1 ? 'true' : 'false';
  if (type.startsWith('timestamp') || type === 'date') return `'2026-01-0${row}'`;
  if (type.startsWith('time')) return `'0${row}:00'`;
  if (type === 'uuid') return `'00000000-0000-4000-8000-00000000000${row}'`;
  if (type.startsWith('json')) return `'{"row":${row}}'`;
  if (type === 'bytea') return `'\\x0${row}'`;
  return type.startsWith('char') || type === 'text' ? `'v${row}'` : String(row);
}

/** The same text for the same time with and without zone, and for a number of any type. */
function plain(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  const number = /^\$?(\d+(?:\.\d+)?)$/.exec(value)?.[1];
  return number === undefined ? value.replace(/\+00$/, '') : String(Number(number));
}
