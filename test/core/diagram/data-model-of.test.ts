import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { DataModel, EntityRelation } from '#core/diagram/data-model.ts';
import { dataModelOf } from '#core/diagram/data-model-of.ts';
import { finish } from '#core/work/steps.ts';
import { schemaOf } from './schema-of.ts';

describe('the data model of a schema', () => {
  it('has the columns of each model, and which of them are keys', () => {
    const { entities } = modelOf(`enum Role {
  ADMIN
}
model User {
  id     Int     @id
  email  String  @unique
  role   Role    @default(ADMIN)
  tags   String[]
  orgId  Int?
  org    Org?    @relation(fields: [orgId], references: [id])
  a      Int
  b      Int
  shape  Unsupported("circle")?

  @@unique([a, b])
  @@unique([tags])
}
model Org {
  id    Int    @id
  users User[]
}
view Active {
  id Int @unique
}
`);
    assert.deepEqual(
      entities.map(({ id, kind }) => `${kind} ${id}`),
      ['model User', 'model Org', 'view Active'],
    );
    assert.deepEqual(
      entities[0]?.columns.map(({ name, type, isId, isForeign, isUnique }) => {
        return [
          name,
          type,
          ...(isId ? ['id'] : []),
          ...(isForeign ? ['foreign'] : []),
          ...(isUnique ? ['unique'] : []),
        ];
      }),
      [
        ['id', 'Int', 'id', 'unique'],
        ['email', 'String', 'unique'],
        ['role', 'Role'],
        ['tags', 'String[]', 'unique'],
        ['orgId', 'Int?', 'foreign'],
        ['a', 'Int'],
        ['b', 'Int'],
        ['shape', 'Unsupported("circle")?'],
      ],
    );
  });

  it('tells each relation once, with how many there are at its ends', () => {
    assert.deepEqual(
      relationsOf(`model User {
  id      Int      @id
  profile Profile?
  posts   Post[]   @relation("author")
  edited  Post[]   @relation("editor")
  boss    User?    @relation("boss", fields: [bossId], references: [id])
  bossId  Int?
  staff   User[]   @relation("boss")
  friends User[]   @relation("friends")
  fans    User[]   @relation("friends")
}
model Profile {
  userId Int  @id
  user   User @relation(fields: [userId], references: [id], onDelete: Cascade)
}
model Post {
  id       Int   @id
  author   User  @relation("author", fields: [authorId], references: [id])
  authorId Int
  editor   User? @relation("editor", fields: [editorId], references: [id])
  editorId Int?
  tags     Tag[]
}
model Tag {
  id    Int    @id
  posts Post[]
}
`),
      [
        'User.bossId many – zero-or-one User',
        'User. many – many User',
        'Profile.userId zero-or-one – one User Cascade',
        'Post.authorId many – one User',
        'Post.editorId many – zero-or-one User',
        'Post. many – many Tag',
      ],
    );
  });

  it('takes a foreign key that is unique for one to one, whatever the other side says', () => {
    const order = (key: string) => `model Order {
  id   Int @id
  a    Int
  b    Int
  item Item @relation(fields: [a, b], references: [a, b])
  ${key}
}
model Item {
  a Int
  b Int
  @@id([a, b])
}
`;
    assert.deepEqual(relationsOf(order('@@unique([b, a])')), ['Order.a,b zero-or-one – one Item']);
    assert.deepEqual(relationsOf(order('@@unique([a, b, id])')), ['Order.a,b many – one Item']);
  });

  it('has the composite types of a document database, and who holds them', () => {
    assert.deepEqual(
      relationsOf(`type Address {
  street String
  geo    Geo?
}
type Geo {
  lat Float
}
model User {
  id        String    @id @map("_id")
  address   Address
  addresses Address[]
}
`),
      ['User.address one – one Address', 'User.addresses one – many Address', 'Address.geo one – zero-or-one Geo'],
    );
  });

  it('reads all files of a schema, and Prisma 8', () => {
    const files = {
      'a.prisma': 'model A {\n  id Int @id\n  b B @relation(fields: [bId], references: [id])\n  bId Int\n}\n',
      'b.prisma': '// use prisma-8\nmodel B {\n  id Int @id\n  as A[]\n}\n',
    };
    assert.deepEqual(lines(finish(dataModelOf(schemaOf(files)))), ['A.bId many – one B']);
  });

  it('tells models of one name in two namespaces of Prisma 8 apart', () => {
    const model = modelOf(`// use prisma-8
types {
  Email = String
}
namespace auth {
  model User {
    id       Int       @id
    email    Email?    @unique
    sessions Session[]
    buyer    shop.User?
  }
  model Session {
    id     Int  @id
    user   User @relation(fields: [userId], references: [id])
    userId Int
  }
}
namespace shop {
  type Address {
    city String
  }
  model User {
    id        Int       @id
    account   auth.User @relation(fields: [accountId], references: [id])
    accountId Int
    address   Address
  }
}
model Note {
  id     Int       @id
  author shop.User @relation(fields: [userId], references: [id])
  userId Int
}
`);
    assert.deepEqual(
      model.entities.map(
        ({ id, name, columns }) => `${id} ${name} ${columns.map((each) => `${each.name} ${each.type}`).join()}`,
      ),
      [
        'auth.User auth.User id Int,email Email?',
        'auth.Session auth.Session id Int,userId Int',
        'shop.User shop.User id Int,accountId Int,address Address',
        'Note Note id Int,userId Int',
        'shop.Address shop.Address city String',
      ],
    );
    assert.deepEqual(lines(model), [
      'auth.Session.userId many – one auth.User',
      'shop.User.accountId zero-or-one – one auth.User',
      'shop.User.address one – one shop.Address',
      'Note.userId many – one shop.User',
    ]);
    assert.equal(new Set(model.relations.map(({ id }) => id)).size, 4);
  });

  it('shows what is half typed: a second model of a name, and relations to nothing', () => {
    const model = modelOf(`model A {
  id Int @id
  c  C   @relation(fields: [cId], references: [id])
  b  B   @relation(fields: [], references: [id])
}
model A {
  id Int @id
}
model B {
`);
    assert.deepEqual(
      model.entities.map(({ id, name, columns }) => `${id} ${name} ${columns.map((each) => each.name).join()}`),
      ['A A id,c', 'A~2 A id', 'B B '],
    );
    assert.deepEqual(model.relations, []);
  });

  it('counts what is too much to be shown', () => {
    const text = Array.from({ length: 1003 }, (_, index) => `model M${index} {\n  id Int @id\n}\n`).join('');
    const { entities, leftOut } = modelOf(text);
    assert.deepEqual([entities.length, leftOut], [1000, 3]);
  });

  it('is the very same for the same schema', () => {
    const schema = schemaOf({ 'a.prisma': 'model A {\n  id Int @id\n}\n' });
    assert.equal(finish(dataModelOf(schema)), finish(dataModelOf(schema)));
  });
});

function modelOf(text: string): DataModel {
  return finish(dataModelOf(schemaOf({ 'schema.prisma': text })));
}

function relationsOf(text: string): readonly string[] {
  return lines(modelOf(text));
}

function lines({ relations }: DataModel): readonly string[] {
  return relations.map(({ from, to, columns, fromEnd, toEnd, onDelete }: EntityRelation) => {
    return `${from}.${columns.join()} ${fromEnd} – ${toEnd} ${to}${onDelete === undefined ? '' : ` ${onDelete}`}`;
  });
}
