import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { prismaPatterns } from '#snippets/patterns.ts';
import { hostProviders, prismaErrors, prismaHost, styledHosts } from './prisma-hosts.ts';
import { assertClean, assertLinesKept, insertAt } from './review-document.ts';

const name = 'schema.prisma';

describe('Insert Pattern in Prisma', () => {
  for (const provider of hostProviders) {
    it(`starts from a clean schema (${provider})`, () => {
      assert.deepEqual(prismaErrors(prismaHost(provider)), []);
      assertClean({ [name]: prismaHost(provider) }, 'the host');
    });

    for (const { id, unfitFor = [] } of prismaPatterns) {
      if (unfitFor.some((unfit) => unfit === provider)) continue;
      it(`${id} is valid and clean for ${provider}`, () => {
        for (const marker of ['name      String', 'title     String']) {
          const before = prismaHost(provider);
          const once = insertAt({ [name]: before }, name, id, marker);
          assert.ok(!('problem' in once), 'problem' in once ? once.problem : '');
          const after = once.files[name] ?? '';
          assert.deepEqual(prismaErrors(after), [], after);
          assertLinesKept(withoutColumns(before), withoutColumns(after));
          assertClean(once.files, `${id} for ${provider}`);
          assert.ok(once.cursor !== undefined && once.cursor > 0, 'has a cursor');
          const twice = insertAt(once.files, name, id, marker);
          if ('problem' in twice) assert.match(twice.problem, /^[A-Z].*\.$/);
          else assert.deepEqual(prismaErrors(twice.files[name] ?? ''), []);
          if (!('problem' in twice)) assertClean(twice.files, `${id} twice for ${provider}`);
        }
      });
    }
  }

  it('adds no other side to a relation that is there, and no second relation', () => {
    const schema = (field: string): string => `${prismaHost('sqlite')}
model Tenant {
  id        String   @id @default(uuid())
  name      String
  customers Person[]
}

model Person {
  id     String @id @default(uuid())
  ${field}Id String
  ${field}   Tenant @relation(fields: [${field}Id], references: [id])
}
`;
    const inserted = insertAt({ [name]: schema('tenant') }, name, 'prisma-tenant', 'tenantId String');
    assert.ok(!('problem' in inserted));
    const after = inserted.files[name] ?? '';
    assert.deepEqual(prismaErrors(after), [], after);
    assert.match(after, /slug +String/);
    assert.equal(after.match(/Person\[\]/g)?.length, 1, after);
    const refused = insertAt({ [name]: schema('owner') }, name, 'prisma-tenant', 'ownerId String');
    assert.equal('problem' in refused ? refused.problem : '', 'Person has a relation to Tenant already.');
  });

  const shop = (more = ''): string => `datasource db {
  provider = "postgresql"
}

model users {
  user_id    String   @id @default(dbgenerated("gen_random_uuid()")) @map("id") @db.Uuid
  full_name  String   @db.VarChar(255)
  created_at DateTime @default(now()) @db.Timestamptz(6)
  updated_at DateTime @updatedAt @db.Timestamptz(6)
  orders     orders[]
}

model orders {
  order_id   String    @id @default(dbgenerated("gen_random_uuid()")) @map("id") @db.Uuid
  user_id    String    @db.Uuid
  users      users     @relation(fields: [user_id], references: [user_id])
  title      String    @db.VarChar(255)
  created_at DateTime  @default(now()) @db.Timestamptz(6)
  updated_at DateTime  @updatedAt @db.Timestamptz(6)
${more}
  @@index([user_id], map: "orders_user_id_idx")
}
`;

  it('names models, keys and indexes, and types texts, as the schema does', () => {
    const inserted = insertAt({ [name]: shop() }, name, 'prisma-tenant', 'title ');
    assert.ok(!('problem' in inserted));
    const after = inserted.files[name] ?? '';
    assert.deepEqual(prismaErrors(after), [], after);
    assert.ok(
      after.endsWith(`
  @@unique([tenant_id, slug])
  @@index([tenant_id, created_at], map: "orders_tenant_id_created_at_idx")
}

model tenants {
  tenant_id  String   @id @default(dbgenerated("gen_random_uuid()")) @map("id") @db.Uuid
  name       String   @db.VarChar(255)
  created_at DateTime @default(now()) @db.Timestamptz(6)
  updated_at DateTime @updatedAt @db.Timestamptz(6)
  orders     orders[]
}
`),
      after,
    );
    assert.match(after, /tenant +tenants +@relation\(fields: \[tenant_id\], references: \[tenant_id\]/);
  });

  it('calls the column of a key after its model where the schema does', () => {
    const model = (title: string, table: string): string => `
model ${title} {
  id   String @id @map("${table}_id") @db.VarChar(36)
  name String @db.VarChar(100)

  @@map("${table}")
}
`;
    const host = `datasource db {\n  provider = "mysql"\n}\n${model('Website', 'website')}${model('Team', 'team')}`;
    const inserted = insertAt({ [name]: host }, name, 'prisma-model', 'Team');
    assert.ok(!('problem' in inserted));
    const after = inserted.files[name] ?? '';
    assert.deepEqual(prismaErrors(after), [], after);
    assert.match(
      after,
      /model Item \{\n {2}id +String +@id @map\("item_id"\) @db\.VarChar\(36\)\n {2}name +String +@db\.VarChar\(100\)\n/,
    );
  });

  it('adds nothing unique that deleted rows would hold', () => {
    const deleted = shop('  deleted_at DateTime? @db.Timestamptz(6)\n');
    const inserted = insertAt({ [name]: deleted }, name, 'prisma-tenant', 'title ');
    assert.ok(!('problem' in inserted));
    const after = inserted.files[name] ?? '';
    assert.deepEqual(prismaErrors(after), [], after);
    assert.doesNotMatch(after, /slug|@@unique/);
    assert.match(after, /@@index\(\[tenant_id, created_at\]/);
  });

  for (const provider of ['mysql', 'postgresql', 'sqlserver'] as const)
    it(`puts a tree into a schema whose relations Prisma keeps (${provider})`, () => {
      const host = `datasource db {\n  provider = "${provider}"\n  relationMode = "prisma"\n}\n\nmodel Category {\n  id Int @id\n}\n`;
      const inserted = insertAt({ [name]: host }, name, 'prisma-tree', 'id Int');
      assert.ok(!('problem' in inserted));
      assert.deepEqual(prismaErrors(inserted.files[name] ?? ''), []);
    });

  for (const [style, { text: host, line }] of Object.entries(styledHosts)) {
    it(`starts from a clean schema (${style})`, () => {
      assert.deepEqual(prismaErrors(host), []);
      assertClean({ [name]: host }, style);
    });
    for (const { id } of prismaPatterns) {
      it(`${id} is valid, clean and written in the style of the schema (${style})`, () => {
        const inserted = insertAt({ [name]: host }, name, id, line);
        assert.ok(!('problem' in inserted), 'problem' in inserted ? inserted.problem : '');
        const after = inserted.files[name] ?? '';
        assert.deepEqual(prismaErrors(after), [], after);
        assertClean(inserted.files, `${id} in ${style}`);
        if (style === 'snake case') assert.doesNotMatch(withoutAttributes(after), /^\s*\w*[a-z][A-Z]/m, after);
        if (style.startsWith('mapped'))
          assert.doesNotMatch(after, /^ +[a-z]+[A-Z]\w* +[A-Z][a-z]+[?]? +(?!@relation)(?!.*@map)/m, after);
        if (style.startsWith('mapped'))
          assert.equal(after.match(/^model /gm)?.length, after.match(/@@map/g)?.length, after);
      });
    }
  }
});

/** Columns may have become wider. */
function withoutColumns(text: string): string {
  return text.replace(/(?<=\S) +/g, ' ');
}

function withoutAttributes(text: string): string {
  return text.replace(/@.*|\/\/.*/g, '');
}
