import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { singleFindings } from '#core/place/folded-findings.ts';
import { rules } from '#rules/index.ts';
import { reviewFiles } from '../check-rule.ts';
import { type DifferProvider, migrationOf } from '../prisma-differ.ts';

const changeRules = rules.filter(({ id }) => id.startsWith('change/'));

interface Migrated {
  readonly title: string;
  readonly provider: DifferProvider;
  readonly before: string;
  readonly after: string;
  /** What Prisma writes. */
  readonly sql: RegExp;
  /** What is told of it, by rule. */
  readonly told: readonly string[];
}

const table = (field: string, more = ''): string => `model T {\n  id Int @id\n  ${field}\n${more}}\n`;
const log = (field: string, more = ''): string => table(field, more).replace('model T', 'model AuditLog');
const roles = (values: string): string => `enum R {\n  ${values.split(' ').join('\n  ')}\n}\n`;
const key = (type: string): string => `model T {\n  id ${type} @id @default(autoincrement())\n}\n`;

const cases: readonly Migrated[] = [
  {
    title: 'a key that becomes a BigInt',
    provider: 'postgresql',
    before: key('Int'),
    after: key('BigInt'),
    sql: /SET DATA TYPE BIGSERIAL/,
    told: ['bigint-key-written'],
  },
  {
    title: 'a number that becomes a BigInt',
    provider: 'postgresql',
    before: table('a Int'),
    after: table('a BigInt'),
    sql: /SET DATA TYPE BIGINT/,
    told: [],
  },
  {
    title: 'a new value that is the default',
    provider: 'postgresql',
    before: roles('A') + table('a R @default(A)'),
    after: roles('A B') + table('a R @default(B)'),
    sql: /ADD VALUE 'B';[\s\S]*SET DEFAULT 'B'/,
    told: ['enum-default-later'],
  },
  {
    title: 'a new value that is the default of a new column',
    provider: 'cockroachdb',
    before: roles('A') + table('b Int'),
    after: roles('A B') + table('b Int\n  a R @default(B)'),
    sql: /ADD VALUE 'B';[\s\S]*DEFAULT 'B'/,
    told: ['enum-default-later'],
  },
  {
    title: 'a new value in place of another, and the default',
    provider: 'postgresql',
    before: roles('A C') + table('a R @default(A)'),
    after: roles('A B') + table('a R @default(B)'),
    sql: /CREATE TYPE "R_new"/,
    told: ['enum-value-kept'],
  },
  {
    title: 'a default that was a value before',
    provider: 'postgresql',
    before: roles('A B') + table('a R @default(A)'),
    after: roles('A B C') + table('a R @default(B)'),
    sql: /ADD VALUE 'C'/,
    told: [],
  },
  {
    title: 'a new enum with its default',
    provider: 'postgresql',
    before: table('b Int'),
    after: roles('A B') + table('b Int\n  a R @default(B)'),
    sql: /CREATE TYPE "R"/,
    told: [],
  },
  {
    title: 'an index that is gone',
    provider: 'postgresql',
    before: table('a Int', '  @@index([a])\n'),
    after: table('a Int'),
    sql: /DROP INDEX/,
    told: ['index-kept'],
  },
  {
    title: 'an index with another name',
    provider: 'postgresql',
    before: table('a Int', '  @@index([a])\n'),
    after: table('a Int', '  @@index([a], map: "ix")\n'),
    sql: /RENAME TO/,
    told: [],
  },
  {
    title: 'an index on a log',
    provider: 'postgresql',
    before: log('a Int\n  b Int\n  c Int'),
    after: log('a Int\n  b Int\n  c Int', '  @@index([a])\n'),
    sql: /CREATE INDEX/,
    told: ['table-not-blocked'],
  },
  {
    title: 'more time in a column of a log',
    provider: 'postgresql',
    before: log('a DateTime\n  b Int\n  c Int'),
    after: log('a DateTime @db.Timestamp(6)\n  b Int\n  c Int'),
    sql: /TIMESTAMP\(6\)/,
    told: [],
  },
  {
    title: 'a zone for a column of a log',
    provider: 'postgresql',
    before: log('a DateTime\n  b Int\n  c Int'),
    after: log('a DateTime @db.Timestamptz(3)\n  b Int\n  c Int'),
    sql: /TIMESTAMPTZ\(3\)/,
    told: ['table-not-blocked'],
  },
  {
    title: 'a value that the database makes for each row of a log',
    provider: 'postgresql',
    before: log('a Int\n  b Int\n  c Int'),
    after: log('a Int\n  b Int\n  c Int\n  token String @default(dbgenerated("gen_random_uuid()")) @db.Uuid'),
    sql: /DEFAULT gen_random_uuid\(\)/,
    told: ['table-not-blocked'],
  },
  {
    title: 'a constant for each row of a log',
    provider: 'postgresql',
    before: log('a Int\n  b Int\n  c Int'),
    after: log('a Int\n  b Int\n  c Int\n  at DateTime @default(now())'),
    sql: /DEFAULT CURRENT_TIMESTAMP/,
    told: [],
  },
  {
    title: 'an index on a log of CockroachDB, which is built while others write',
    provider: 'cockroachdb',
    before: log('a Int\n  b Int\n  c Int'),
    after: log('a Int\n  b Int\n  c Int', '  @@index([a])\n'),
    sql: /CREATE INDEX/,
    told: [],
  },
  ...narrowed(),
];

/** Types that take less, and their twins that do not. */
function narrowed(): readonly Migrated[] {
  const pairs: readonly (readonly [string, string, number])[] = [
    ['String @db.VarChar(255)', 'String @db.VarChar(20)', 1],
    ['String @db.VarChar(20)', 'String @db.VarChar(255)', 0],
    ['String', 'String @db.VarChar(50)', 1],
    ['String @db.VarChar(50)', 'String', 0],
    ['BigInt', 'Int', 1],
    ['Int', 'Int @db.SmallInt', 1],
    ['Int @db.SmallInt', 'Int', 0],
    ['Decimal @db.Decimal(12, 2)', 'Decimal @db.Decimal(10, 2)', 1],
    ['Decimal @db.Decimal(12, 4)', 'Decimal @db.Decimal(12, 2)', 1],
    ['Decimal @db.Decimal(10, 2)', 'Decimal @db.Decimal(12, 2)', 0],
    ['Decimal @db.Decimal(10, 2)', 'Decimal @db.Decimal(12, 4)', 0],
    ['Int', 'Decimal @db.Decimal(12, 2)', 0],
    ['Int', 'Decimal @db.Decimal(8, 2)', 1],
    ['Float', 'Decimal', 0],
    ['Float', 'Decimal @db.Decimal(12, 2)', 1],
    ['Float', 'Int', 1],
    ['DateTime', 'DateTime @db.Date', 1],
    ['DateTime @db.Timestamptz(3)', 'DateTime', 1],
    ['DateTime', 'DateTime @db.Timestamptz(3)', 0],
    ['Json', 'Json @db.Json', 0],
  ];
  return pairs.map(([a, b, count]) => ({
    title: `${a} to ${b}`,
    provider: 'postgresql',
    before: table(`a ${a}`),
    after: table(`a ${b}`),
    sql: /SET DATA TYPE/,
    told: count === 0 ? [] : ['values-still-fit'],
  }));
}

describe('what is told of migrations, and what Prisma writes', () => {
  for (const { title, provider, before, after, sql, told } of cases)
    it(`${title} (${provider})`, async () => {
      const [then, now] = [before, after].map((text) => `datasource db {\n  provider = "${provider}"\n}\n\n${text}`);
      assert.match(await migrationOf(provider, then ?? '', now ?? ''), sql);
      const { files } = reviewFiles({ 'base/schema.prisma': then ?? '', 'schema.prisma': now ?? '' }, changeRules);
      const found = [...files.values()].flatMap(({ findings }) => [...singleFindings(findings)]);
      assert.deepEqual(
        found.map(({ ruleId }) => ruleId.replace('change/', '')),
        told,
      );
    });
});
