import assert from 'node:assert/strict';
import { after, before, describe, it } from 'mocha';
import { type MigrationPlan, migrationPlan } from '#rules/migration/migration-plan.ts';
import { planText } from '#rules/migration/plan-text.ts';
import { Postgres } from '../../databases/postgres.ts';
import {
  model,
  postgresqlChanges,
  type SchemaChange,
  schemaChanges,
  withDatasource,
} from '../change/schema-changes.ts';
import { reviewFiles } from '../check-rule.ts';
import { migrationOf } from '../prisma-differ.ts';

/** More of a table than its columns. */
const tableChanges: readonly SchemaChange[] = [
  ['a unique field', '  a Int?\n', '  a Int? @unique\n'],
  ['a unique field no more', '  a Int? @unique\n', '  a Int?\n'],
  ['an index less', '  a Int?\n  @@index([a])\n', '  a Int?\n'],
  [
    'an index of two for one',
    '  a Int?\n  b Int?\n  @@index([a])\n',
    '  a Int?\n  b Int?\n  @@index([b, a(sort: Desc)])\n',
  ],
  ['an index that goes with its column', '  a Int?\n  b Int?\n  @@index([b, a])\n', '  b Int?\n'],
  ['an index of another kind', '  a Json?\n', '  a Json?\n  @@index([a], type: Gin)\n'],
  [
    'an index of a column with a new name',
    '  a Int? @map("x")\n  @@index([a])\n',
    '  a Int? @map("y")\n  @@index([a])\n',
  ],
  ['required', '  a Int?\n', '  a Int\n'],
  ['required with a default', '  a Int?\n', '  a Int @default(3)\n'],
  ['new and required', '', '  name String\n'],
  ['new with a default', '', '  name String @default("it’s")\n'],
  ['new and made for each row', '', '  name String @default(dbgenerated("gen_random_uuid()")) @db.Uuid\n'],
  ['new and unique', '', '  name String? @unique\n'],
  ['a list', '', '  names String[]\n'],
  ['another default', '  a Int @default(0)\n', '  a Int @default(1)\n'],
  ['a default less', '  a Int @default(0)\n', '  a Int\n'],
  ['another type with a default', '  a Int @default(0)\n', '  a BigInt @default(1)\n'],
  ['a longer text', '  a String? @db.VarChar(9)\n', '  a String? @db.VarChar(99)\n'],
  ['a required field less', '  a Int\n', ''],
].map(([title = '', a = '', b = '']) => ({ title, before: model(a), after: model(b) }));

const other = (body = '', name = 'U') => `model ${name} {\n  id Int @id\n  ts T[]\n${body}}\n`;
const relation = (optional: string, more: string) =>
  `  uId Int${optional}\n  u U${optional} @relation(fields: [uId], references: [id]${more})\n`;
const keyed: readonly SchemaChange[] = [
  {
    title: 'a foreign key',
    before: model('  uId Int?\n') + other().replace('  ts T[]\n', ''),
    after: model(relation('?', '')) + other(),
  },
  {
    title: 'a foreign key less',
    before: model(relation('?', '')) + other(),
    after: model('  uId Int?\n') + other().replace('  ts T[]\n', ''),
  },
  {
    title: 'another end of rows',
    before: model(relation('?', '')) + other(),
    after: model(relation('?', ', onDelete: Cascade')) + other(),
  },
  {
    title: 'a relation that is required',
    before: model(relation('?', '')) + other(),
    after: model(relation('', '')) + other(),
  },
  {
    title: 'the table that a foreign key leads to has a name',
    before: model(relation('?', '')) + other(),
    after: model(relation('?', '')) + other('  @@map("us")\n'),
  },
  {
    title: 'a model less that another one led to',
    before: model(relation('?', '')) + other(),
    after: model('  uId Int?\n'),
  },
  {
    title: 'a value less of a default',
    before: `enum R {\n  A\n  B\n}\n${model('  a R @default(A)\n')}`,
    after: `enum R {\n  C\n  A\n}\n${model('  a R @default(C)\n')}`,
  },
  { title: 'an enum and its column', before: model(''), after: `enum R {\n  A\n}\n${model('  a R?\n')}` },
];

/** What the plan leaves to Prisma, or to people. */
const left = new Set([
  'a model more',
  'Int to a UUID',
  'a date to a time',
  'a time to a date and time',
  'String to an address',
  'a list as one text',
  'a list of numbers as a number',
  'a list of an enum as one text',
]);

describe('the plan of a migration', () => {
  let database: Postgres;

  before(async function () {
    this.timeout(600_000);
    database = await Postgres.open();
  });
  after(() => database.close());

  for (const change of [...schemaChanges, ...postgresqlChanges, ...tableChanges, ...keyed]) {
    if (left.has(change.title)) continue;
    it(`makes of PostgreSQL what Prisma would have made: ${change.title}`, async () => {
      const [then, now] = [change.before, change.after].map((text) => withDatasource(text, 'postgresql'));
      assert.ok(then !== undefined && now !== undefined);
      await make(now);
      const wanted = await shapeOf();
      await make(then);
      const statements = planOf(then, now)?.steps.flatMap(({ sql }) => sql) ?? [];
      for (const statement of statements) if (!statement.startsWith('--')) await database.run(statement);
      assert.deepEqual(await shapeOf(), wanted, statements.join('\n'));
    });
  }

  it('refuses a text that is too long, and cuts none', async () => {
    const [then, now] = ['@db.VarChar(9)', '@db.VarChar(3)'].map((type) =>
      withDatasource(model(`  a String? ${type}\n`), 'postgresql'),
    );
    assert.ok(then !== undefined && now !== undefined);
    await make(then);
    await database.run(`INSERT INTO "T" (id, a) VALUES (1, 'long')`);
    const [probe = '', change = ''] = planOf(then, now)?.steps.flatMap(({ sql }) => sql) ?? [];
    assert.equal(Number(await database.value(probe)), 1);
    assert.match((await database.refusal(change)) ?? '', /too long/);
  });

  async function make(schema: string): Promise<void> {
    await database.clear();
    await database.run(await migrationOf('postgresql', withDatasource('', 'postgresql'), schema));
  }

  /** Columns, keys, indexes and enums of the place that is in use. */
  async function shapeOf(): Promise<readonly string[]> {
    const rows = await database.rows(`
      SELECT table_name || '.' || column_name || ' ' || udt_name || ' ' || coalesce(character_maximum_length::text, '') || ' ' ||
        coalesce(datetime_precision::text, '') || ' ' || is_nullable || ' ' || coalesce(column_default, '') AS line
      FROM information_schema.columns WHERE table_schema = current_schema()
      UNION ALL SELECT indexdef FROM pg_indexes WHERE schemaname = current_schema()
      UNION ALL SELECT conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) FROM pg_constraint
      WHERE connamespace = current_schema()::regnamespace AND contype <> 'n'
      UNION ALL SELECT t.typname || ' ' || string_agg(e.enumlabel, ',' ORDER BY e.enumsortorder) FROM pg_type t
      JOIN pg_enum e ON e.enumtypid = t.oid WHERE t.typnamespace = current_schema()::regnamespace GROUP BY t.typname
      ORDER BY 1`);
    return rows.map(({ line }) => String(line).replace(/\bs\d+\./g, ''));
  }
});

describe('a plan as text', () => {
  const before = (provider: string) => schemaOf(provider, '  a Int?\n  old String\n');
  const after = (provider: string) => schemaOf(provider, '  a Int @unique\n  b String\n  @@index([b])\n');
  const textOf = (provider: string) => {
    const plan = planOf(before(provider), after(provider));
    return plan === undefined ? '' : planText(plan, 'schema.prisma', 'main');
  };

  it('says what is done when, and why', () => {
    assert.equal(
      textOf('postgresql'),
      `-- schema.prisma against main, for PostgreSQL: a plan. Nothing of it was run.
-- Make each part a migration of its own with \`prisma migrate dev --create-only\`, and put its
-- statements in the place of Prisma’s. Read them first: names of indexes and keys are those that
-- Prisma gives.

-- 1. In the moment of deployment: what runs before and after it asks for different things.

-- \`T.b\` has the column \`b\` now, and had \`old\`. With \`@map("old")\` it keeps its column, and nothing
-- is to be done.
ALTER TABLE "T" RENAME COLUMN "old" TO "b";

-- 2. Rows: look through them, and fill what is empty, in batches.

-- \`T.a\` is required: no row may have NULL in it. This counts those that have.
SELECT count(*) FROM "T" WHERE "a" IS NULL;
-- UPDATE "T" SET "a" = … WHERE "a" IS NULL;

-- No two rows of \`T\` (a) may be the same. This finds those that are.
SELECT "a", count(*) FROM "T" WHERE "a" IS NOT NULL GROUP BY "a" HAVING count(*) > 1;

-- 3. When nothing that runs asks for the old any more.

-- \`T.a\` is required.
ALTER TABLE "T" ADD CONSTRAINT "a_not_null" CHECK ("a" IS NOT NULL) NOT VALID;
-- In a migration after this one:
ALTER TABLE "T" VALIDATE CONSTRAINT "a_not_null";
ALTER TABLE "T" ALTER COLUMN "a" SET NOT NULL;
ALTER TABLE "T" DROP CONSTRAINT "a_not_null";

-- \`T\` (a) is unique now. Alone in its migration.
CREATE UNIQUE INDEX CONCURRENTLY "T_a_key" ON "T" ("a");

-- There is a new index on \`T\` (b). Others go on writing while it is built. Alone in its migration.
CREATE INDEX CONCURRENTLY "T_b_idx" ON "T" ("b");
`,
    );
  });

  it('is in the words of the database', () => {
    const statements = (provider: string) =>
      textOf(provider)
        .split('\n')
        .filter((line) => /^[A-Z]/.test(line));
    assert.deepEqual(statements('mysql').slice(0, 1), ['ALTER TABLE `T` RENAME COLUMN `old` TO `b`;']);
    assert.deepEqual(statements('mysql').slice(-3), [
      'ALTER TABLE `T` MODIFY COLUMN `a` INTEGER NOT NULL;',
      'CREATE UNIQUE INDEX `T_a_key` ON `T` (`a`) ALGORITHM=INPLACE LOCK=NONE;',
      'CREATE INDEX `T_b_idx` ON `T` (`b`) ALGORITHM=INPLACE LOCK=NONE;',
    ]);
    assert.deepEqual(statements('sqlserver'), [
      "EXEC sp_rename N'[T].[old]', N'b', 'COLUMN';",
      'SELECT count(*) FROM [T] WHERE [a] IS NULL;',
      'SELECT [a], count(*) FROM [T] GROUP BY [a] HAVING count(*) > 1;',
      'ALTER TABLE [T] ALTER COLUMN [a] INT NOT NULL;',
      'CREATE UNIQUE INDEX [T_a_key] ON [T] ([a]) WITH (ONLINE = ON);',
      'CREATE INDEX [T_b_idx] ON [T] ([b]) WITH (ONLINE = ON);',
    ]);
    assert.match(textOf('sqlite'), /^-- `T\.a` is required\. Prisma’s own migration does it\.$/m);
    assert.match(textOf('mongodb'), /^-- MongoDB has no migrations: /m);
  });

  it('leaves no line of SQL that is meant to be a comment, whatever names hold', () => {
    const named = (field: string) => schemaOf('postgresql', `  a Int${field} @map("x\\nDROP TABLE y;")\n`);
    const plan = planOf(named('?'), named(''));
    assert.ok(plan !== undefined);
    assert.ok(!/^DROP/m.test(planText(plan, 'schema.prisma', 'main').replace(/"[^"]*"/g, '""')));
  });

  it('tells of tables that Prisma makes for lists on both sides', () => {
    const pair = (lists: boolean) =>
      withDatasource(
        `model Post {\n  id Int @id\n${lists ? '  tags Tag[]\n' : ''}}\nmodel Tag {\n  id Int @id\n${lists ? '  posts Post[]\n' : ''}}\n`,
        'postgresql',
      );
    assert.deepEqual(planOf(pair(false), pair(true))?.steps, [
      {
        stage: 'before',
        says: '`_PostToTag`, which joins `Post` and `Tag`, is new: Prisma’s own migration makes it.',
        sql: [],
      },
    ]);
    assert.deepEqual(
      planOf(pair(true), pair(false))?.steps.flatMap(({ sql }) => sql),
      ['DROP TABLE "_PostToTag";'],
    );
  });

  it('is none where the database stays as it is, and none of another one', () => {
    const same = model('  a Int?\n');
    assert.equal(
      planOf(withDatasource(same, 'postgresql'), withDatasource(`// ${same}${same}`, 'postgresql')),
      undefined,
    );
    const [then, now] = [withDatasource(same, 'postgresql'), withDatasource(same, 'sqlite')];
    assert.deepEqual(planOf(then, now)?.steps, []);
  });
});

function schemaOf(provider: string, fields: string): string {
  return `datasource db {\n  provider = "${provider}"\n}\n\nmodel T {\n  id Int @id\n${fields}}\n`;
}

function planOf(then: string, now: string): MigrationPlan | undefined {
  const { workspace, base } = reviewFiles({ 'base/schema.prisma': then, 'schema.prisma': now }, []);
  const [schema] = workspace.schemas;
  assert.ok(schema !== undefined && base !== undefined);
  return migrationPlan(schema, base);
}
