import { PGlite } from '@electric-sql/pglite';

/** PostgreSQL in this process, without rows; each test has a schema of its own. */
export class Postgres {
  readonly #database: PGlite;
  #schemas = 0;

  private constructor(database: PGlite) {
    this.#database = database;
  }

  /** Takes some seconds: once for many tests. */
  static async open(): Promise<Postgres> {
    return new Postgres(await PGlite.create());
  }

  /** An empty place for the tables of one test. */
  async clear(): Promise<void> {
    this.#schemas++;
    await this.run(`CREATE SCHEMA s${this.#schemas}; SET search_path TO s${this.#schemas};`);
  }

  /** Runs several statements. */
  async run(sql: string): Promise<void> {
    await this.#database.exec(sql);
  }

  /** The rows of one query. */
  async rows(sql: string): Promise<readonly { readonly [column: string]: unknown }[]> {
    const { rows } = await this.#database.query<{ readonly [column: string]: unknown }>(sql);
    return rows;
  }

  /** The only value of the only row. */
  async value(sql: string): Promise<unknown> {
    const [row] = await this.rows(sql);
    return Object.values(row ?? {})[0];
  }

  /** What the database says where it refuses; undefined where it does not. What was done is taken back. */
  async refusal(sql: string): Promise<string | undefined> {
    try {
      await this.run(`BEGIN; ${sql}; COMMIT;`);
      return undefined;
    } catch (error) {
      await this.run('ROLLBACK');
      return error instanceof Error ? error.message : String(error);
    }
  }

  /** How the planner reads a table: the names of its steps and of the indexes it uses. */
  async plan(query: string): Promise<string> {
    return JSON.stringify(await this.value(`EXPLAIN (FORMAT JSON, COSTS OFF) ${query}`));
  }

  /** The locks that a statement takes on tables, as PostgreSQL calls them. */
  async locks(sql: string): Promise<readonly string[]> {
    await this.run(`BEGIN; ${sql}`);
    const rows = await this.rows(
      `SELECT c.relname || ' ' || l.mode AS lock FROM pg_locks l JOIN pg_class c ON c.oid = l.relation
       WHERE c.relkind = 'r' AND c.relnamespace = current_schema()::regnamespace ORDER BY 1`,
    );
    await this.run('ROLLBACK');
    return rows.map(({ lock }) => String(lock));
  }

  /** How many rows of a table are looked at one by one while a statement runs; what it did is taken back. */
  async scanned(table: string, sql: string): Promise<number> {
    const count = `SELECT seq_tup_read FROM pg_stat_xact_user_tables WHERE relid = '${table}'::regclass`;
    await this.run('BEGIN');
    const before = Number((await this.value(count)) ?? 0);
    await this.run(sql);
    const after = Number((await this.value(count)) ?? 0);
    await this.run('ROLLBACK');
    return after - before;
  }

  async close(): Promise<void> {
    await this.#database.close();
  }
}
