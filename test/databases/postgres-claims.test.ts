import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'mocha';
import { Postgres } from './postgres.ts';

/** So many children has each of the parents, which are a hundred. */
const perParent = 40;

const family = `
  CREATE TABLE parent (id INT PRIMARY KEY, email TEXT);
  CREATE TABLE child (id INT PRIMARY KEY, parent_id INT NOT NULL REFERENCES parent, at TIMESTAMP NOT NULL, tags TEXT[] NOT NULL, data JSONB NOT NULL);
  INSERT INTO parent SELECT n, 'p' || n FROM generate_series(1, 100) n;
  INSERT INTO child SELECT n, 1 + n % 100, timestamp '2026-01-01' + n * interval '1 minute', ARRAY['t' || n], jsonb_build_object('n', n)
    FROM generate_series(1, 100 * ${perParent}) n;
  INSERT INTO parent VALUES (101, 'alone');
  ANALYZE;`;

describe('what rules say of PostgreSQL', function () {
  this.timeout(120_000);
  let db: Postgres;

  before(async () => {
    db = await Postgres.open();
  });
  beforeEach(() => db.clear());
  after(() => db.close());

  describe('indexes', () => {
    it('a foreign key has none: reading the children, and deleting a parent, looks at all rows', async () => {
      await db.run(family);
      assert.match(await db.plan('SELECT * FROM child WHERE parent_id = 7'), /Seq Scan/);
      assert.equal(await db.scanned('child', 'DELETE FROM parent WHERE id = 101'), 100 * perParent);
      await db.run('CREATE INDEX by_parent ON child (parent_id); ANALYZE;');
      assert.match(await db.plan('SELECT * FROM child WHERE parent_id = 7'), /by_parent/);
      assert.equal(await db.scanned('child', 'DELETE FROM parent WHERE id = 101'), 0);
    });

    it('serve the columns they begin with, in any order among those, and no later one', async () => {
      await db.run(`${family} CREATE INDEX by_time ON child (at, parent_id); ANALYZE;`);
      assert.match(await db.plan('SELECT * FROM child WHERE parent_id = 7'), /Seq Scan/);
      await db.run('DROP INDEX by_time; CREATE INDEX by_parent ON child (parent_id, at); ANALYZE;');
      assert.match(await db.plan('SELECT * FROM child WHERE parent_id = 7'), /by_parent/);
      const plan = await db.plan('SELECT * FROM child WHERE parent_id = 7 ORDER BY at LIMIT 5');
      assert.match(plan, /by_parent/);
      assert.doesNotMatch(plan, /Sort/, 'and give the order');
    });

    it('a key is one', async () => {
      await db.run(family);
      assert.match(await db.plan('SELECT * FROM child WHERE id = 7'), /child_pkey/);
    });

    it('a tree finds nothing in lists and JSON; Gin does', async () => {
      await db.run(`${family} CREATE INDEX tree ON child (tags); CREATE INDEX tree_of_json ON child (data); ANALYZE;`);
      const [inList, inJson] = [
        "SELECT * FROM child WHERE tags @> ARRAY['t7']",
        `SELECT * FROM child WHERE data @> '{"n":7}'`,
      ];
      assert.match(await db.plan(inList), /Seq Scan/);
      assert.match(await db.plan(inJson), /Seq Scan/);
      await db.run(
        'CREATE INDEX gin ON child USING gin (tags); CREATE INDEX gin_of_json ON child USING gin (data jsonb_path_ops); ANALYZE;',
      );
      assert.match(await db.plan(inList), /"gin"/);
      assert.match(await db.plan(inJson), /gin_of_json/);
    });

    it('a partial one serves only queries that ask for its rows', async () => {
      await db.run(`${family} ALTER TABLE child ADD COLUMN gone TIMESTAMP;
        CREATE INDEX living ON child (parent_id) WHERE gone IS NULL; ANALYZE;`);
      assert.match(await db.plan('SELECT * FROM child WHERE parent_id = 7'), /Seq Scan/);
      assert.match(await db.plan('SELECT * FROM child WHERE parent_id = 7 AND gone IS NULL'), /living/);
    });
  });

  describe('keys', () => {
    it('NULLs are distinct: a unique key with a column that may be NULL keeps nothing apart there', async () => {
      await db.run('CREATE TABLE page (slug TEXT, gone TIMESTAMP); CREATE UNIQUE INDEX once ON page (slug, gone);');
      assert.equal(await db.refusal("INSERT INTO page VALUES ('a', NULL), ('a', NULL)"), undefined);
      assert.equal(await db.value('SELECT count(*)::int FROM page'), 2);
    });

    it('a deleted row holds its value, but for a key over living rows', async () => {
      await db.run('CREATE TABLE account (email TEXT, gone TIMESTAMP); CREATE UNIQUE INDEX once ON account (email);');
      await db.run("INSERT INTO account VALUES ('a', now())");
      assert.match((await db.refusal("INSERT INTO account VALUES ('a')")) ?? '', /duplicate key/);
      await db.run('DROP INDEX once; CREATE UNIQUE INDEX living ON account (email) WHERE gone IS NULL;');
      assert.equal(await db.refusal("INSERT INTO account VALUES ('a')"), undefined);
      assert.match((await db.refusal("INSERT INTO account VALUES ('a')")) ?? '', /duplicate key/);
    });

    it('a table of pairs takes the same pair again, unless a key forbids it', async () => {
      await db.run('CREATE TABLE post_tag (id SERIAL PRIMARY KEY, post_id INT, tag_id INT);');
      assert.equal(await db.refusal('INSERT INTO post_tag (post_id, tag_id) VALUES (1, 2), (1, 2)'), undefined);
      assert.match(
        (await db.refusal('CREATE UNIQUE INDEX pair ON post_tag (post_id, tag_id)')) ?? '',
        /could not create unique index/,
      );
    });

    it('addresses that differ in case are two', async () => {
      await db.run('CREATE TABLE person (email TEXT UNIQUE)');
      assert.equal(await db.refusal("INSERT INTO person VALUES ('a@b.c'), ('A@b.c')"), undefined);
    });
  });

  describe('relations', () => {
    it('two rows that need each other cannot be inserted', async () => {
      await db.run(`CREATE TABLE hen (id INT PRIMARY KEY, egg_id INT NOT NULL); CREATE TABLE egg (id INT PRIMARY KEY, hen_id INT NOT NULL REFERENCES hen);
        ALTER TABLE hen ADD FOREIGN KEY (egg_id) REFERENCES egg;`);
      for (const order of [
        'INSERT INTO hen VALUES (1, 1); INSERT INTO egg VALUES (1, 1)',
        'INSERT INTO egg VALUES (1, 1); INSERT INTO hen VALUES (1, 1)',
      ])
        assert.match((await db.refusal(order)) ?? '', /violates foreign key/);
      await db.run('ALTER TABLE hen ALTER egg_id DROP NOT NULL');
      assert.equal(
        await db.refusal('INSERT INTO hen VALUES (1, NULL); INSERT INTO egg VALUES (1, 1); UPDATE hen SET egg_id = 1'),
        undefined,
      );
    });

    it('SET NULL fails where the column takes none', async () => {
      await db.run(
        `CREATE TABLE a (id INT PRIMARY KEY); CREATE TABLE b (a_id INT NOT NULL REFERENCES a ON DELETE SET NULL); INSERT INTO a VALUES (1); INSERT INTO b VALUES (1);`,
      );
      assert.match((await db.refusal('DELETE FROM a')) ?? '', /null value in column/);
    });

    it('a plain column takes the id of a row that never was', async () => {
      await db.run('CREATE TABLE orders (user_id INT NOT NULL)');
      assert.equal(await db.refusal('INSERT INTO orders VALUES (4711)'), undefined);
    });

    it('a foreign key over another type is refused', async () => {
      await db.run('CREATE TABLE a (id UUID PRIMARY KEY)');
      assert.match((await db.refusal('CREATE TABLE b (a_id TEXT REFERENCES a)')) ?? '', /cannot be implemented/);
    });

    it('a cascade takes rows along that are only marked as deleted, and what hangs on them', async () => {
      await db.run(`CREATE TABLE a (id INT PRIMARY KEY); CREATE TABLE b (id INT PRIMARY KEY, a_id INT REFERENCES a ON DELETE CASCADE, gone TIMESTAMP);
        CREATE TABLE c (b_id INT REFERENCES b ON DELETE CASCADE); INSERT INTO a VALUES (1); INSERT INTO b VALUES (1, 1, now()); INSERT INTO c VALUES (1); DELETE FROM a;`);
      assert.equal(await db.value('SELECT (SELECT count(*) FROM b)::int + (SELECT count(*) FROM c)::int'), 0);
    });
  });

  describe('types', () => {
    it('a number of 32 bits ends, and so does the sequence of a key', async () => {
      await db.run("CREATE TABLE event (id SERIAL PRIMARY KEY, n INT); SELECT setval('event_id_seq', 2147483647);");
      assert.match((await db.refusal('INSERT INTO event (n) VALUES (1)')) ?? '', /reached maximum value of sequence/);
      assert.match(
        (await db.refusal('INSERT INTO event (id, n) VALUES (1, 2147483648)')) ?? '',
        /integer out of range/,
      );
    });

    it('floats hold no cents', async () => {
      assert.equal(await db.value('SELECT 0.1::float8 + 0.2::float8 = 0.3::float8'), false);
      assert.equal(await db.value('SELECT 0.1::decimal + 0.2::decimal = 0.3::decimal'), true);
    });

    it('a timestamp without zone drops the zone it is given', async () => {
      await db.run(
        "SET TIME ZONE 'UTC'; CREATE TABLE t (plain TIMESTAMP(3), zoned TIMESTAMPTZ(3)); INSERT INTO t VALUES ('2026-01-01 12:00+05', '2026-01-01 12:00+05');",
      );
      assert.deepEqual(await db.rows("SELECT plain::text, (zoned AT TIME ZONE 'UTC')::text AS zoned FROM t"), [
        { plain: '2026-01-01 12:00:00', zoned: '2026-01-01 07:00:00' },
      ]);
    });

    it('a uuid as text takes twice the room', async () => {
      const id = '0f0e0d0c-0b0a-0908-0706-050403020100';
      const [text, uuid] = [
        await db.value(`SELECT pg_column_size('${id}'::text)`),
        await db.value(`SELECT pg_column_size('${id}'::uuid)`),
      ];
      assert.ok(Number(text) >= 2 * Number(uuid), `${text} and ${uuid}`);
    });

    it('dates and numbers in texts are sorted as texts', async () => {
      assert.equal(await db.value("SELECT '10/02/2025' < '9/01/2025' AND '100' < '20'"), true);
    });

    it('money with more places than its type has is rounded, and too much of it refused', async () => {
      assert.equal(await db.value('SELECT (0.125::decimal(12, 2))::text'), '0.13');
      assert.match((await db.refusal('SELECT 12345678901::decimal(12, 2)')) ?? '', /numeric field overflow/);
    });
  });

  describe('migrations', () => {
    beforeEach(() =>
      db.run("CREATE TABLE t (id INT PRIMARY KEY, a TEXT, n INT); INSERT INTO t VALUES (1, 'x', 1), (2, 'x', NULL);"),
    );

    it('a required column without default fails where there are rows, one with a default does not', async () => {
      assert.match((await db.refusal('ALTER TABLE t ADD COLUMN b TEXT NOT NULL')) ?? '', /contains null values/);
      assert.equal(
        await db.refusal('ALTER TABLE t ADD COLUMN b TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP'),
        undefined,
      );
    });

    it('NOT NULL fails where there are NULLs, whatever the default', async () => {
      assert.match(
        (await db.refusal('ALTER TABLE t ALTER n SET NOT NULL, ALTER n SET DEFAULT 0')) ?? '',
        /contains null values/,
      );
    });

    it('a unique key fails where rows are there twice', async () => {
      assert.match((await db.refusal('CREATE UNIQUE INDEX once ON t (a)')) ?? '', /could not create unique index/);
    });

    it('a foreign key fails while an id leads nowhere', async () => {
      await db.run('CREATE TABLE p (id INT PRIMARY KEY)');
      assert.match((await db.refusal('ALTER TABLE t ADD FOREIGN KEY (n) REFERENCES p')) ?? '', /violates foreign key/);
    });

    it('an enum cast keeps the values, and a dropped column does not', async () => {
      await db.run("CREATE TYPE e AS ENUM ('x'); ALTER TABLE t ALTER a TYPE e USING a::e;");
      assert.equal(await db.value("SELECT count(*)::int FROM t WHERE a = 'x'"), 2);
    });

    it('an enum value cannot be used in the transaction that adds it', async () => {
      await db.run("CREATE TYPE e AS ENUM ('x'); ALTER TABLE t ADD COLUMN e e NOT NULL DEFAULT 'x';");
      assert.match(
        (await db.refusal("ALTER TYPE e ADD VALUE 'y'; ALTER TABLE t ALTER e SET DEFAULT 'y'")) ?? '',
        /unsafe use of new value/,
      );
    });

    it('an index keeps writers out, another type everybody, a foreign key the writers of both tables', async () => {
      await db.run('CREATE TABLE p (id INT PRIMARY KEY); INSERT INTO p VALUES (1)');
      assert.deepEqual(await db.locks('CREATE INDEX i ON t (a)'), ['t ShareLock']);
      assert.deepEqual(await db.locks('ALTER TABLE t ALTER n TYPE BIGINT'), ['t AccessExclusiveLock', 't ShareLock']);
      const checked = await db.locks('ALTER TABLE t ADD FOREIGN KEY (n) REFERENCES p');
      assert.ok(
        checked.includes('p ShareRowExclusiveLock') && checked.includes('t ShareRowExclusiveLock'),
        checked.join(),
      );
    });

    it('an index cannot be built CONCURRENTLY beside other statements', async () => {
      assert.match(
        (await db.refusal('CREATE INDEX CONCURRENTLY i ON t (a)')) ?? '',
        /cannot run inside a transaction block/,
      );
    });
  });
});
