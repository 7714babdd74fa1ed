import { attributeOf, stringValue } from '#core/prisma/attribute.ts';
import { primaryKeyOf } from '#core/prisma/indexes.ts';
import type { PrismaModel } from '#core/prisma/model.ts';
import { modelOf } from '#core/prisma/named-block.ts';
import { foreignKeysOf } from '#core/prisma/relation.ts';
import { localRule } from '#core/rule.ts';
import { foreignKeys } from '#rules/checklist.ts';
import { isTable } from '#rules/detectors/prisma/table-model.ts';
import { prismaDocumentation } from '#rules/sources.ts';
import { wordSet } from '#rules/words/word-list.ts';

const users = `datasource db {
  provider = "postgresql"
  schemas  = ["auth", "public"]
}

model users {
  id       String    @id @db.Uuid
  email    String    @unique
  profiles Profile[]

  @@schema("auth")
}

`;

export const managedTableByPrimaryKey = localRule({
  id: 'prisma/managed-table-by-primary-key',
  summary: 'Refer to tables that somebody else manages by their primary key.',
  why: 'The tables of a platform’s own schema (`auth`, `storage`) change with its releases. It keeps their primary keys; a unique key that your foreign key hangs on may go, and then its upgrade, or your next migration, fails.',
  item: foreignKeys,
  references: [
    prismaDocumentation('Multi-schema', 'prisma-schema/data-model/multi-schema'),
    {
      title: 'Supabase database advisors, 0021 fkey to auth unique',
      url: 'https://supabase.com/docs/guides/database/database-advisors?lint=0021_fkey_to_auth_unique',
    },
  ],
  severity: 'warning',
  recommended: true,
  examples: [
    {
      title: 'A profile that hangs on an address',
      bad: `${users}model Profile {
  id    Int    @id @default(autoincrement())
  user  users  @relation(fields: [email], references: [«email»])
  email String @unique

  @@schema("public")
}
`,
      good: `${users.replace('profiles Profile[]', 'profiles Profile?')}model Profile {
  id     Int    @id @default(autoincrement())
  user   users  @relation(fields: [userId], references: [id])
  userId String @unique @db.Uuid

  @@schema("public")
}
`,
    },
  ],
  on: ['prisma.model'],
  *check(model, scope) {
    const own = schemaOf(model);
    if (!isTable(model) || own === undefined || managedSchemas.has(own)) return;
    for (const { field, references } of foreignKeysOf(model)) {
      const target = modelOf(field, scope);
      const schema = target && schemaOf(target);
      if (target === undefined || schema === undefined || !managedSchemas.has(schema)) continue;
      const key = new Set(primaryKeyOf(target)?.fields.map(({ value }) => value));
      const other = references.find(({ value }) => !key.has(value));
      if (other === undefined || key.size === 0) continue;
      yield {
        span: other.span,
        message: `\`${model.name.value}.${field.name.value}\` hangs on \`${target.name.value}.${other.value}\` of the schema \`${schema}\`, which is no primary key. Refer to \`${[...key].join(', ')}\`.`,
      };
    }
  },
});

/** Schemas that a platform keeps. */
const managedSchemas = wordSet('auth storage realtime vault graphql pgsodium supabase_functions cron net neon_auth');

function schemaOf(model: PrismaModel): string | undefined {
  return stringValue(attributeOf(model, 'schema')?.args[0]?.value)?.value;
}
