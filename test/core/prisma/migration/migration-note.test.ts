import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { cutPrisma } from '#core/prisma/cut-prisma.ts';
import { type MigratedSchema, migrationNote } from '#core/prisma/migration/migration-note.ts';
import { tableChanges } from '#core/prisma/migration/table-changes.ts';
import { tableWork } from '#core/prisma/migration/table-work.ts';
import { type Provider, providers } from '#core/prisma/provider.ts';
import { PrismaSchema } from '#core/project/prisma-schema.ts';
import { type DifferProvider, differProviders, migrationOf } from '../../../rules/prisma-differ.ts';

describe('what a migration is felt by', () => {
  it('is said once, in the words of each database', () => {
    const said = providers.map((provider) => [provider, noteFor(provider, old, indexed)]);
    assert.deepEqual(Object.fromEntries(said), {
      postgresql:
        'the next migration builds 3 indexes on 2 tables (nobody writes to a table meanwhile, unless you write CONCURRENTLY into a migration of its own) and rewrites Order (nobody reads or writes a table meanwhile).',
      mysql:
        'the next migration builds 3 indexes on 2 tables (reads and writes go on meanwhile) and rewrites Order (it copies them, and nobody writes to a table meanwhile).',
      sqlite:
        'the next migration builds 3 indexes on 2 tables (nobody writes to the database meanwhile) and rewrites Order (it makes new ones and copies the rows; nobody writes to the database meanwhile).',
      sqlserver:
        'the next migration builds 3 indexes on 2 tables (nobody writes to a table meanwhile, unless you write ONLINE = ON) and rewrites Order (nobody reads or writes a table meanwhile).',
      mongodb: 'the next migration builds 3 indexes on 2 tables (reads and writes go on meanwhile).',
      cockroachdb:
        'the next migration builds 3 indexes on 2 tables (reads and writes go on meanwhile) and drops 1 column of Order with all it holds.',
    });
  });

  it('is not said where the database stays as it is, or only tables come', () => {
    const more = `${old}\nmodel Tag {\n  id   Int    @id\n  name String @unique\n}\n`;
    const told = `/// The orders.\n${old.replace('total     Float', 'total Float /// all of it')}`;
    for (const provider of providers) {
      assert.equal(noteFor(provider, old, old), undefined);
      assert.equal(noteFor(provider, old, more), undefined);
      assert.equal(noteFor(provider, old, told), undefined);
      assert.equal(noteFor(provider, old, renamed), undefined);
    }
  });

  it('tells of foreign keys that are checked, and names some tables of many', () => {
    const many = ['A', 'B', 'C', 'D', 'E']
      .map((name) => `model ${name} {\n  id     Int @id\n  userId Int\n}\n`)
      .join('');
    const user = (back: string) => `model User {\n  id Int @id\n${back}}\n`;
    const related = many.replaceAll(
      'userId Int\n',
      'userId Int\n  user   User @relation(fields: [userId], references: [id])\n',
    );
    const lists = ['A', 'B', 'C', 'D', 'E'].map((name) => `  ${name.toLowerCase()}s ${name}[]\n`).join('');
    assert.equal(
      noteFor('postgresql', user('') + many, user(lists) + related),
      'the next migration checks every row of A, B, C and 2 more (nobody writes to a table meanwhile).',
    );
    const prismaMode = 'datasource db {\n  provider = "postgresql"\n  relationMode = "prisma"\n}\n';
    const note = migrationNote(read(prismaMode + user('') + many), read(prismaMode + user(lists) + related));
    assert.equal(note, undefined, 'with relationMode = "prisma" there are none');
  });

  it('knows which texts become longer without being written anew', () => {
    const rewritten = (provider: Provider, from: string, to: string) => {
      const model = (type: string) =>
        read(withDatasource(provider, `model T {\n  id Int @id\n  a  String${type}\n}\n`)).models;
      return tableChanges(model(from), model(to), true).some((change) => tableWork(change, provider).isRewritten);
    };
    const varChar = (length: number | string) => ` @db.VarChar(${length})`;
    const free: readonly (readonly [Provider, string, string])[] = [
      ['postgresql', varChar(20), varChar(40)],
      ['postgresql', varChar(20), ''],
      ['postgresql', '', ' @db.Text'],
      ['mysql', varChar(20), varChar(40)],
      ['mysql', '', varChar(2000)],
      ['sqlserver', '', ' @db.NVarChar(Max)'],
    ];
    assert.deepEqual(
      free.filter((change) => rewritten(...change)),
      [],
    );
    const costly: readonly (readonly [Provider, string, string])[] = [
      ['postgresql', '', varChar(40)],
      ['postgresql', '', ' @db.Uuid'],
      ['mysql', varChar(20), varChar(200)],
      ['mysql', '', ' @db.Text'],
      ['sqlserver', '', ' @db.VarChar(Max)'],
    ];
    assert.deepEqual(
      costly.filter((change) => !rewritten(...change)),
      [],
    );
  });

  for (const [title, before, after] of changes()) {
    it(`agrees with Prisma’s differ: ${title}`, async () => {
      for (const provider of differProviders) {
        const [a, b] = [before, after].map((text) => withDatasource(provider, forTypes(provider, text)));
        const sql = await migrationOf(provider, a ?? '', b ?? '');
        assert.deepEqual(workIn(a ?? '', b ?? '', provider), workOfSql(sql, provider), `${provider}\n${sql}`);
      }
    });
  }
});

const old = `model User {
  id     Int     @id
  orders Order[]
}

model Order {
  id        Int      @id
  user      User     @relation(fields: [userId], references: [id])
  userId    Int
  total     Float
  number    String
  createdAt DateTime @default(now())
}

model Event {
  id   Int    @id
  kind String
}
`;

const indexed = old
  .replace('total     Float', 'total     Decimal')
  .replace('number    String', 'number    String   @unique')
  .replace('@default(now())\n', '@default(now())\n\n  @@index([userId])\n')
  .replace('kind String', 'kind String\n\n  @@index([kind])');

const renamed = old
  .replaceAll('Order', 'Purchase')
  .replace('kind String', 'sort String @map("kind")')
  .replace('createdAt DateTime @default(now())', 'createdAt DateTime @default(now())\n\n  @@map("Order")');

/** A title, and the schema before and after. */
function changes(): readonly (readonly [string, string, string])[] {
  const with_ = (body: string, rest = '') => `model T {\n  id Int @id\n  a  Int\n${body}}\n${rest}`;
  const parent = (back: string) => `model P {\n  id Int @id\n${back}}\n`;
  return [
    ['an index', with_(''), with_('\n  @@index([a])\n')],
    ['a unique key', with_('  e String\n'), with_('  e String @unique\n')],
    ['two indexes', with_(''), with_('\n  @@index([a])\n  @@index([a, id])\n')],
    ['an index in another order', with_('\n  @@index([a, id])\n'), with_('\n  @@index([id, a])\n')],
    ['a dropped index', with_('\n  @@index([a])\n'), with_('')],
    ['an optional column', with_(''), with_('  b String?\n')],
    ['a column with a default', with_(''), with_('  b DateTime @default(now())\n')],
    ['a column that goes', with_('  b String?\n'), with_('')],
    ['a wider number', with_('  b Int\n'), with_('  b BigInt\n')],
    ['a Float that becomes a Decimal', with_('  b Float\n'), with_('  b Decimal\n')],
    ['a longer text', with_('  b String @db.VarChar(20)\n'), with_('  b String @db.VarChar(40)\n')],
    ['a text without bound', with_('  b String @db.VarChar(20)\n'), with_('  b String\n')],
    ['a column that may be missing', with_('  b Int\n'), with_('  b Int?\n')],
    ['a default', with_('  b Int\n'), with_('  b Int @default(0)\n')],
    ['a default of the client', with_('  b String\n'), with_('  b String @default(uuid())\n')],
    ['@updatedAt', with_('  b DateTime\n'), with_('  b DateTime @updatedAt\n')],
    [
      'a foreign key',
      with_('', parent('')),
      with_('  p P @relation(fields: [a], references: [id])\n', parent('  ts T[]\n')),
    ],
    [
      'another action',
      with_('  p P @relation(fields: [a], references: [id])\n', parent('  ts T[]\n')),
      with_('  p P @relation(fields: [a], references: [id], onDelete: Cascade)\n', parent('  ts T[]\n')),
    ],
    [
      'the action that holds anyway',
      with_('  p P @relation(fields: [a], references: [id])\n', parent('  ts T[]\n')),
      with_('  p P @relation(fields: [a], references: [id], onDelete: Restrict)\n', parent('  ts T[]\n')),
    ],
    ['names that keep their columns', with_('  b String\n'), with_('  name String @map("b")\n')],
    ['fields in another order', with_('  b String\n'), `model T {\n  b String\n  a Int\n  id Int @id\n}\n`],
    ['what the client leaves out', with_('  b String?\n'), with_('  b String? @ignore\n')],
  ];
}

/** SQLite has no native types, CockroachDB another name for this one. */
function forTypes(provider: DifferProvider, text: string): string {
  if (provider === 'cockroachdb') return text.replaceAll('@db.VarChar', '@db.String');
  return provider === 'sqlite' ? text.replace(/ @db\.\w+(?:\([^)]*\))?/g, '') : text;
}

interface Work {
  readonly built: number;
  readonly isRewritten: boolean;
  readonly dropped: number;
}

function workIn(before: string, after: string, provider: Provider): readonly Work[] {
  const [a, b] = [read(before), read(after)];
  return tableChanges(a.models, b.models, true)
    .map((change) => tableWork(change, provider))
    .map(({ built, isRewritten, dropped }) => ({ built, isRewritten, dropped: provider === 'sqlite' ? 0 : dropped }))
    .filter(({ built, isRewritten, dropped }) => built > 0 || isRewritten || dropped > 0);
}

/** All these changes touch one table. */
function workOfSql(sql: string, provider: DifferProvider): readonly Work[] {
  const built = [...sql.matchAll(/CREATE (?:UNIQUE )?INDEX/g)].length;
  // A text that may be longer is not written anew.
  const retyped = [...sql.matchAll(/SET DATA TYPE (\S+)/g)].filter(([, type = '']) => !/^(?:VARCHAR|TEXT)/.test(type));
  const isRewritten = provider === 'sqlite' ? sql.includes('RENAME TO') : retyped.length > 0;
  const dropped = [...sql.matchAll(/DROP COLUMN/g)].length;
  return built > 0 || isRewritten || dropped > 0 ? [{ built, isRewritten, dropped }] : [];
}

function noteFor(provider: Provider, before: string, after: string): string | undefined {
  return migrationNote(read(withDatasource(provider, before)), read(withDatasource(provider, after)));
}

function withDatasource(provider: Provider, text: string): string {
  return `datasource db {\n  provider = "${provider}"\n}\n\n${text}`;
}

function read(text: string): MigratedSchema {
  const uri = 'file:///a/schema.prisma';
  const schema = new PrismaSchema(uri, [cutPrisma({ uri, text })]);
  return { models: schema.all('prisma.model'), datasources: schema.all('prisma.datasource') };
}
