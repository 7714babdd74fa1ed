import assert from 'node:assert/strict';
import { native_types, referential_actions } from '@prisma/prisma-schema-wasm';
import { describe, it } from 'mocha';
import { referentialActions } from '#core/ask/complete/prisma/prisma-arguments.ts';
import { stop } from '#core/ask/complete/snippet.ts';
import { scalarTypes } from '#core/prisma/field.ts';
import { type KnownNativeType, nativeTypesFor } from '#core/prisma/native-types.ts';
import { providers } from '#core/prisma/provider.ts';
import { prismaErrors } from '../../prisma/prisma-oracle.ts';
import { typedIn } from './typed-files.ts';

const datasource = `datasource db {
  provider = "postgresql"
}
`;

const shop = `${datasource}
enum State {
  OPEN
  PAID
}

model Customer {
  id    Int    @id
  email String @unique
}
`;

/** What is proposed in a model below the shop's. */
function inOrder(...lines: readonly string[]) {
  return typedIn({ 'schema.prisma': `${shop}\nmodel Order {\n${lines.map((line) => `  ${line}\n`).join('')}}\n` });
}

function inSchema(text: string) {
  return typedIn({ 'schema.prisma': text });
}

describe('completion in a Prisma schema: blocks and settings', () => {
  it('begins blocks between blocks, and a datasource once', () => {
    assert.deepEqual(inSchema('¦').labels, ['model', 'enum', 'datasource', 'generator']);
    assert.deepEqual(inSchema(`${datasource}\nmo¦`).labels, ['model', 'enum', 'generator']);
    assert.equal(inSchema('en¦').taken('enum'), `enum ${stop(1, 'Name')} {\n  ${stop(0, 'VALUE')}\n}`);
    assert.match(
      inSchema('mo¦\r\n').takenPlainly('model'),
      /^model Name \{\r\n {2}id Int @id @default\(autoincrement\(\)\)\r\n/,
    );
  });

  it('has composite types for MongoDB alone', () => {
    const mongo = datasource.replace('postgresql', 'mongodb');
    assert.ok(inSchema(`${mongo}\n¦`).labels.includes('type'));
  });

  it('is silent in comments, names of blocks, names of fields and behind a closed member', () => {
    for (const text of [
      '// mo¦',
      'model ¦',
      'model Us¦ {\n}',
      'model User {\n  // i¦\n}',
      'model User {\n  id Int @id // ¦\n}',
    ])
      assert.deepEqual(inSchema(text).labels, [], text);
    assert.deepEqual(inOrder('state State @default(OPEN ¦)').labels, []);
  });

  it('knows the settings, but for those that are there', () => {
    assert.deepEqual(inSchema('datasource db {\n  ¦\n}').labels.slice(0, 2), ['provider', 'relationMode']);
    assert.ok(!inSchema('datasource db {\n  provider = "sqlite"\n  ¦\n}').labels.includes('provider'));
    const generator = inSchema('generator client {\n  p¦\n}');
    assert.equal(generator.taken('provider'), 'generator client {\n  provider = "$1"\n}');
    assert.equal(generator.taken('previewFeatures'), 'generator client {\n  previewFeatures = ["$1"]\n}');
  });

  it('knows the values of settings, in quotes once', () => {
    assert.deepEqual(inSchema('datasource db {\n  provider = ¦\n}').labels, [...providers]);
    assert.equal(
      inSchema('datasource db {\n  provider = my¦\n}').taken('mysql'),
      'datasource db {\n  provider = "mysql"\n}',
    );
    assert.equal(
      inSchema('datasource db {\n  provider = "post¦gres"\n}').taken('postgresql'),
      'datasource db {\n  provider = "postgresql"\n}',
    );
    assert.equal(
      inSchema('datasource db {\n  provider = "¦\n}').taken('sqlite'),
      'datasource db {\n  provider = "sqlite"\n}',
    );
    assert.equal(
      inSchema('datasource db {\n  provider = "my¦s\n}').taken('mysql'),
      'datasource db {\n  provider = "mysql"\n}',
    );
    for (const [typed, written] of [
      ['["views", "¦]', '["views", "typedSql"]'],
      ['["¦, "views"]', '["typedSql", "views"]'],
    ])
      assert.equal(
        inSchema(`generator client {\n  previewFeatures = ${typed}\n}`).taken('typedSql'),
        `generator client {\n  previewFeatures = ${written}\n}`,
      );
    const features = inSchema('generator client {\n  previewFeatures = ["views", "¦"]\n}').labels;
    assert.ok(features.includes('typedSql') && !features.includes('views'));
  });
});

describe('completion in a Prisma schema: fields', () => {
  it('knows the types, those the name tells first', () => {
    assert.deepEqual(inOrder('customer ¦').labels.slice(0, 2), ['Customer', 'String']);
    assert.deepEqual(inOrder('customers Cu¦').labels.slice(0, 2), ['Customer[]', 'Customer']);
    assert.deepEqual(inOrder('state ¦').labels[0], 'State');
    for (const type of scalarTypes) assert.ok(inOrder('total ¦').labels.includes(type));
  });

  it('knows a type that is half written, with what follows it left alone', () => {
    assert.match(inOrder('customer Cus¦? @ignore').taken('Customer'), /customer Customer\? @ignore/);
  });

  it('knows the attributes that fit a type', () => {
    const of = (line: string) => inOrder(line).labels.filter((label) => !label.includes('.'));
    assert.deepEqual(of('id Int ¦'), ['@id', '@unique', '@default', '@map', '@ignore']);
    assert.deepEqual(of('at DateTime @¦'), ['@id', '@unique', '@default', '@updatedAt', '@map', '@ignore']);
    assert.deepEqual(of('tags String[] ¦'), ['@default', '@map', '@ignore']);
    assert.deepEqual(of('customer Customer @re¦'), ['@relation', '@ignore']);
    assert.deepEqual(of('id Int @unique @id ¦'), ['@default', '@map', '@ignore']);
    assert.match(
      inOrder('customer Customer @re¦').taken('@relation'),
      /@relation\(fields: \[\$1\], references: \[\$\{2:id\}\]\)/,
    );
    assert.match(inOrder('at DateTime @de¦').taken('@default'), /at DateTime @default\(now\(\)\)\n/);
  });

  it('has one key a model', () => {
    assert.ok(!inOrder('id Int @id', 'code String ¦').labels.includes('@id'));
    assert.ok(!inOrder('a Int', 'b Int ¦', '@@id([a, b])').labels.includes('@id'));
  });

  it('knows the types of the database, with usual arguments', () => {
    const labels = inOrder('name String @db¦').labels;
    assert.ok(labels.includes('@db.Text') && labels.includes('@db.VarChar(255)'));
    assert.match(inOrder('name String @db.V¦').taken('@db.VarChar(255)'), /@db\.VarChar\(\$\{1:255\}\)/);
    assert.match(
      inOrder('price Decimal @db.¦').takenPlainly('@db.Decimal(10, 2)'),
      /price Decimal @db\.Decimal\(10, 2\)\n/,
    );
    assert.ok(!inOrder('name String @db.Text @¦').labels.some((label) => label.includes('.')));
    const other = `datasource pg {\n  provider = "mysql"\n}\nmodel A {\n  a Int ¦\n}\n`;
    assert.ok(inSchema(other).labels.includes('@pg.UnsignedInt'));
    assert.ok(!inSchema('model A {\n  a Int ¦\n}\n').labels.some((label) => label.includes('.')));
  });

  it('knows the attributes of enums and their values', () => {
    assert.deepEqual(inSchema('enum A {\n  OPEN @¦\n}').labels, ['@map']);
    assert.deepEqual(inSchema('enum A {\n  OPEN\n  @@¦\n}').labels, ['@@map']);
  });
});

describe('completion in a Prisma schema: in the middle of a word', () => {
  for (const [typed, label, written] of [
    ['a Int @de¦fault(1)', '@default', 'a Int @default(1)'],
    ['a String @default(uu¦id())', 'uuid()', 'a String @default(uuid())'],
    ['a String @db.Var¦Char(3)', '@db.VarChar', 'a String @db.VarChar(3)'],
    ['a String @ma¦p("b")', '@map', 'a String @map("b")'],
    ['c Customer @rel¦ation(fields: [id])', '@relation', 'c Customer @relation(fields: [id])'],
    ['c Customer @relation(fi¦elds: [id])', 'fields:', 'c Customer @relation(fields: [id])'],
    ['c Customer @relation(fi¦ [id])', 'fields:', 'c Customer @relation(fields: [id])'],
    ['c Cus¦[]', 'Customer', 'c Customer[]'],
    ['@@in¦dex([id])', '@@index', '@@index([id])'],
    ['@@index(fi¦elds: [id])', 'fields:', '@@index(fields: [id])'],
    ['c Customer @relation(¦fields: [id])', 'references:', 'c Customer @relation(references: [$1], fields: [id])'],
    ['c Customer @relation(re¦ fields: [id])', 'references:', 'c Customer @relation(references: [$1], fields: [id])'],
    ['c Customer @relation(na¦, fields: [id])', 'name:', 'c Customer @relation(name: "$1", fields: [id])'],
    ['@@index(¦[id])', 'fields:', '@@index(fields:[id])'],
    ['@@index(¦[id])', 'map:', '@@index(map: "$1", [id])'],
    ['@@index([¦id])', 'code', '@@index([code, id])'],
    ['@@index([co¦de(sort: Desc), id])', 'code', '@@index([code(sort: Desc), id])'],
  ] as const) {
    it(`leaves alone what follows ${label}: ${typed}`, () => {
      assert.ok(inOrder('id Int @unique', 'code Int', typed).taken(label).includes(`  ${written}\n`));
    });
  }

  it('proposes nothing that stands behind, nor a value beside another', () => {
    assert.ok(!inOrder('c Customer @relation(¦fields: [id])').labels.includes('fields:'));
    assert.ok(!inOrder('c Customer @relation(¦name: "a", fields: [id])').labels.includes('fields:'));
    assert.ok(!inOrder('c Customer @relation(', '    ¦', '    fields: [id]', '  )').labels.includes('fields:'));
    assert.deepEqual(inOrder('id Int', 'code Int', '@@index([¦, id])').labels, ['code']);
    assert.deepEqual(inOrder('a Int @default(¦1)').labels, []);
    assert.deepEqual(inOrder('a String[] @default(¦[])').labels, []);
    assert.deepEqual(inOrder('c Customer @relation(fields: [id], onDelete: ¦Cascade)').labels, []);
  });
});

describe('completion in a Prisma schema: arguments', () => {
  it('knows defaults by type', () => {
    const of = (line: string) => inOrder(line).labels;
    assert.deepEqual(of('state State @default(¦)'), ['OPEN', 'PAID']);
    assert.deepEqual(of('isOpen Boolean @default(¦'), ['false', 'true', 'dbgenerated()']);
    assert.deepEqual(of('id String @default(uu¦)').slice(0, 2), ['uuid()', 'uuid(7)']);
    assert.deepEqual(of('tags String[] @default(¦)'), ['[]']);
  });

  it('knows the names of arguments, but for those that are given', () => {
    const labels = inOrder('customer Customer @relation(fields: [id], ¦)').labels;
    assert.deepEqual(labels, ['references:', 'onDelete:', 'onUpdate:', 'name:', 'map:']);
    assert.deepEqual(inOrder('a Int', '@@index([a], ¦)').labels, ['map:', 'type:']);
  });

  it('knows the fields of both sides of a relation', () => {
    const lines = ['id Int @id', 'state State', 'customerId Int', 'buyer Customer?'];
    assert.deepEqual(inOrder(...lines, 'customer Customer @relation(fields: [¦], references: [id])').labels, [
      'customerId',
      'id',
      'state',
    ]);
    assert.deepEqual(inOrder(...lines, 'customer Customer @relation(fields: [id], references: [¦])').labels, [
      'id',
      'email',
    ]);
    assert.deepEqual(inOrder(...lines, 'customer Customer @relation(fields: [id, c¦').labels, ['customerId', 'state']);
  });

  it('knows the fields of this model as they are typed, and those of others as they were read', () => {
    const before = { 'schema.prisma': `${shop}\nmodel Order {\n  id Int @id\n}\n` };
    const typed = `${shop}\nmodel Order {\n  id Int @id\n  total Decimal\n  @@index([¦])\n}\n`;
    assert.deepEqual(typedIn({ 'schema.prisma': typed }, before).labels, ['id', 'total']);
  });

  it('knows the fields of other files', () => {
    const files = { 'schema/a.prisma': shop, 'schema/b.prisma': 'model Order {\n  customer ¦\n}\n' };
    assert.equal(typedIn(files).labels[0], 'Customer');
  });

  it('works in lists over several lines, and in an unclosed block', () => {
    assert.deepEqual(inOrder('a Int', 'b Int', '@@index([', '  a,', '  ¦', '])').labels, ['b']);
    const open = `${shop}\nmodel Order {\n  a Int\n  @@index([¦\n\nmodel Later {\n  id Int @id\n}\n`;
    assert.deepEqual(inSchema(open).labels, ['a']);
    assert.deepEqual(inOrder('a Int', '@@unique([a(¦)])').labels, ['sort:', 'ops:']);
  });

  it('knows the actions of a database, and the values of other arguments', () => {
    assert.equal(inOrder('c Customer @relation(fields: [a], references: [id], onDelete: ¦)').labels[0], 'Cascade');
    assert.deepEqual(inOrder('a Int', '@@index([a], type: ¦)').labels.slice(0, 2), ['BTree', 'Hash']);
    assert.deepEqual(inOrder('a Int', '@@index([a(sort: ¦)])').labels, ['Asc', 'Desc']);
  });

  it('knows the schemas of the database', () => {
    const text =
      'datasource db {\n  provider = "postgresql"\n  schemas = ["sales", "stock"]\n}\nmodel A {\n  id Int @id\n  @@schema("¦")\n}\n';
    assert.deepEqual(inSchema(text).labels, ['sales', 'stock']);
  });
});

describe('completion in a Prisma schema: Prisma itself', () => {
  for (const provider of providers) {
    it(`takes all that is proposed for ${provider}`, () => {
      for (const type of scalarTypes) {
        const id = provider === 'mongodb' ? 'id String @id @map("_id")' : 'id Int @id';
        const head = `datasource db {\n  provider = "${provider}"\n}\n\nmodel A {\n  ${id}\n  `;
        const before = prismaErrors([['schema.prisma', `${head}a ${type}\n}\n`]]);
        if (before.length > 0) continue;
        for (const text of accepted(`${head}a ${type} ¦\n}\n`)) {
          assert.deepEqual(prismaErrors([['schema.prisma', text]]), [], text);
        }
      }
    });
  }
});

/** The texts that taking a proposal makes, and another where a value is asked for; what is to be typed is an x. */
function accepted(text: string): readonly string[] {
  const at = inSchema(text);
  return at.labels.flatMap((label) => {
    const stopped = at.taken(label);
    if (!at.item(label).isAskedOn) return [at.takenPlainly(label).replace('""', '"x"')];
    return accepted(stopped.replace('$1', '¦'));
  });
}

describe('referential actions and native types of Prisma', () => {
  for (const provider of providers) {
    it(`are those Prisma knows for ${provider}`, () => {
      const schema = `datasource db {\n  provider = "${provider}"\n}\n\nmodel A {\n  id Int @id\n}\n`;
      assert.deepEqual(
        referentialActions(provider).map(([name]) => name),
        JSON.parse(referential_actions(schema)),
      );
      const known = scalarTypes.flatMap((type) => nativeTypesFor(provider, type).map((each) => signature(type, each)));
      assert.deepEqual(known.sort(), oracleTypes(schema).sort());
    });
  }
});

function signature(type: string, { name, args, needsArgs }: KnownNativeType): string {
  return `${type} ${name} ${needsArgs ? args.length : 0}+${needsArgs ? 0 : args.length}`;
}

interface OracleType {
  readonly name: string;
  readonly _number_of_args: number;
  readonly _number_of_optional_args: number;
  readonly prisma_types: readonly string[];
}

function oracleTypes(schema: string): string[] {
  const types: readonly OracleType[] = JSON.parse(native_types(JSON.stringify([['schema.prisma', schema]])));
  return types.flatMap(({ name, prisma_types, ...args }) =>
    prisma_types.map((type) => `${type} ${name} ${args._number_of_args}+${args._number_of_optional_args}`),
  );
}

describe('completion in a Prisma 8 schema', () => {
  const contract = (...lines: readonly string[]) => `// use prisma-8
types {
  Email = String @db.VarChar(191)
  Grade = Level
}

enum Level {
  LOW
}

model User {
  id Int @id
}

namespace auth {
  model User {
    key Int @id
  }

  enum Role {
    ADMIN
  }

  model Session {
    id Int @id
${lines.map((line) => `    ${line}\n`).join('')}  }
}

model Post {
  id Int @id
${lines.map((line) => `  ${line.replace('¦', '')}\n`).join('')}}
`;
  const inside = (...lines: readonly string[]) => inSchema(contract(...lines));
  const outside = (line: string) =>
    inSchema(contract('').replace(/(model Post \{\n {2}id Int @id\n).*$/s, `$1  ${line}\n}\n`));

  it('has named types as the types of fields, with what they stand for', () => {
    assert.equal(inside('email ¦').item('Email').detail, '= String @db.VarChar(191)');
    assert.ok(outside('email Em¦').labels.includes('Email'));
    assert.equal(outside('mail ¦').taken('Email').includes('  mail Email\n'), true);
  });

  it('calls blocks of the same namespace by their names, those of others behind that of theirs', () => {
    const own = inside('user ¦').labels;
    assert.ok(own.includes('User') && own.includes('Role') && !own.includes('auth.User') && own.includes('Post'));
    const other = outside('user ¦').labels;
    assert.ok(
      other.includes('User') && other.includes('auth.User') && other.includes('auth.Role') && !other.includes('Role'),
    );
  });

  it('looks into the block that is meant', () => {
    const relation = (type: string) => `user ${type} @relation(fields: [id], references: [¦])`;
    assert.deepEqual(inside(relation('User')).labels, ['key']);
    assert.deepEqual(outside(relation('User')).labels, ['id']);
    assert.deepEqual(outside(relation('auth.User')).labels, ['key']);
    assert.deepEqual(outside('role auth.Role @default(¦)').labels, ['ADMIN']);
  });

  it('knows the values and attributes of what a named type stands for', () => {
    assert.deepEqual(outside('grade Grade @default(¦)').labels, ['LOW']);
    assert.ok(outside('email Email @default(¦)').labels.includes('uuid()'));
    assert.ok(outside('email Email @¦').labels.includes('@unique'));
  });
});
