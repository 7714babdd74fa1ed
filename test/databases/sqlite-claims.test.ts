import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { beforeEach, describe, it } from 'mocha';

/** What is used of Node's own SQLite, which Node 20 has not. */
interface Database {
  exec(sql: string): void;
  prepare(sql: string): { all(): readonly { readonly [column: string]: unknown }[] };
}

type NewDatabase = new (path: string) => Database;

const sqlite = openSqlite();

describe('what rules say of SQLite', () => {
  let db: Database;

  beforeEach(function () {
    if (sqlite === undefined) this.skip();
    db = new sqlite(':memory:');
  });

  const plan = (query: string) => JSON.stringify(db.prepare(`EXPLAIN QUERY PLAN ${query}`).all());
  const refusal = (sql: string): string | undefined => {
    try {
      db.exec(sql);
      return undefined;
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
  };

  it('a foreign key has no index', () => {
    db.exec(
      'CREATE TABLE a (id INTEGER PRIMARY KEY); CREATE TABLE b (id INTEGER PRIMARY KEY, a_id INTEGER REFERENCES a, at TEXT);',
    );
    assert.match(plan('SELECT * FROM b WHERE a_id = 1'), /SCAN b/);
    db.exec('CREATE INDEX by_time ON b (at, a_id)');
    assert.match(plan('SELECT * FROM b WHERE a_id = 1'), /SCAN b/);
    db.exec('CREATE INDEX by_a ON b (a_id)');
    assert.match(plan('SELECT * FROM b WHERE a_id = 1'), /SEARCH b USING INDEX by_a/);
  });

  it('NULLs are distinct in a unique key, and a partial one keeps living rows apart', () => {
    db.exec('CREATE TABLE page (slug TEXT, gone TEXT); CREATE UNIQUE INDEX once ON page (slug, gone);');
    assert.equal(refusal("INSERT INTO page VALUES ('a', NULL), ('a', NULL)"), undefined);
    db.exec(
      "DELETE FROM page; DROP INDEX once; CREATE UNIQUE INDEX living ON page (slug) WHERE gone IS NULL; INSERT INTO page VALUES ('a', '2026')",
    );
    assert.equal(refusal("INSERT INTO page VALUES ('a', NULL)"), undefined);
    assert.match(refusal("INSERT INTO page VALUES ('a', NULL)") ?? '', /UNIQUE constraint failed/);
  });

  it('two rows that need each other cannot be inserted', () => {
    db.exec(
      'CREATE TABLE hen (id INTEGER PRIMARY KEY, egg_id INTEGER NOT NULL REFERENCES egg); CREATE TABLE egg (id INTEGER PRIMARY KEY, hen_id INTEGER NOT NULL REFERENCES hen);',
    );
    assert.match(refusal('INSERT INTO hen VALUES (1, 1)') ?? '', /FOREIGN KEY constraint failed/);
    assert.match(refusal('INSERT INTO egg VALUES (1, 1)') ?? '', /FOREIGN KEY constraint failed/);
  });

  it('a required column without default cannot be added to a table', () => {
    db.exec('CREATE TABLE t (id INTEGER PRIMARY KEY); INSERT INTO t VALUES (1);');
    assert.match(refusal('ALTER TABLE t ADD COLUMN a TEXT NOT NULL') ?? '', /Cannot add a NOT NULL column/);
    assert.equal(refusal('ALTER TABLE t ADD COLUMN b TEXT'), undefined);
  });

  it('floats hold no cents, and the length of a text is no bound', () => {
    assert.deepEqual(
      db
        .prepare('SELECT 0.1 + 0.2 = 0.3 AS same')
        .all()
        .map(({ same }) => same),
      [0],
    );
    db.exec('CREATE TABLE t (a VARCHAR(2))');
    assert.equal(refusal("INSERT INTO t VALUES ('long')"), undefined);
  });
});

function openSqlite(): NewDatabase | undefined {
  try {
    const found: { readonly DatabaseSync: NewDatabase } = createRequire(import.meta.url)('node:sqlite');
    return found.DatabaseSync;
  } catch {
    return undefined;
  }
}
