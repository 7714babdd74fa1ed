import { defaultOf } from '#core/prisma/field.ts';
import type { PrismaField, PrismaModel } from '#core/prisma/model.ts';
import { modelOf } from '#core/prisma/named-block.ts';
import { providerOf } from '#core/prisma/provider.ts';
import { foreignKeysOf } from '#core/prisma/relation.ts';
import { type Cause, localRule, type Scope } from '#core/rule.ts';
import { foldedName, wordsOf } from '#core/text/casing.ts';
import { foreignKeys } from '#rules/checklist.ts';
import { refusesForeignKeys } from '#rules/detectors/prisma/foreign-key-comment.ts';
import { keepsIdsOfGone } from '#rules/detectors/prisma/log-model.ts';
import { isRawColumn } from '#rules/detectors/prisma/raw-column.ts';
import { isTable } from '#rules/detectors/prisma/table-model.ts';
import { undeclaredTarget } from '#rules/detectors/prisma/undeclared-target.ts';
import { insertRelation } from '#rules/fixes/prisma/insert-relation.ts';
import { postgresql, prismaDocumentation } from '#rules/sources.ts';
import { shortLivedWords } from '#rules/words/short-lived.ts';

export const foreignKeyRelated = localRule({
  id: 'prisma/foreign-key-related',
  summary: 'Declare a relation for every column that holds the id of another model.',
  why: 'Without a relation there is no foreign key: a column may hold the id of a row that was deleted or never existed. With one the database refuses such ids and knows what to do on delete, and Prisma Client can include the other row.',
  item: foreignKeys,
  references: [
    prismaDocumentation('Relations', 'prisma-schema/data-model/relations'),
    postgresql('Foreign Keys', 'ddl-constraints.html#DDL-CONSTRAINTS-FK'),
  ],
  severity: 'warning',
  recommended: true,
  examples: [
    {
      title: 'An id without relation',
      bad: `model User {
  id    Int    @id @default(autoincrement())
  email String @unique
}

model Order {
  id     Int    @id @default(autoincrement())
  number String
  «userId» Int
}
`,
      good: `model User {
  id     Int     @id @default(autoincrement())
  email  String  @unique
  orders Order[]
}

model Order {
  id     Int    @id @default(autoincrement())
  number String
  userId Int
  user   User   @relation(fields: [userId], references: [id])
}
`,
    },
    {
      title: 'An index comes along, and names and columns follow the schema',
      bad: `datasource db {
  provider = "postgresql"
}

model chat_user {
  id    Int         @id @default(autoincrement())
  email String      @unique
  rooms chat_room[]
}

model chat_room {
  id       Int       @id @default(autoincrement())
  owner_id Int
  owner    chat_user @relation(fields: [owner_id], references: [id])

  @@index([owner_id])
}

model chat_messages {
  id           Int    @id @default(autoincrement())
  text         String
  «chat_room_id» Int

  @@map("messages")
}
`,
      good: `datasource db {
  provider = "postgresql"
}

model chat_user {
  id    Int         @id @default(autoincrement())
  email String      @unique
  rooms chat_room[]
}

model chat_room {
  id            Int             @id @default(autoincrement())
  owner_id      Int
  owner         chat_user       @relation(fields: [owner_id], references: [id])
  chat_messages chat_messages[]

  @@index([owner_id])
}

model chat_messages {
  id           Int       @id @default(autoincrement())
  text         String
  chat_room_id Int
  chat_room    chat_room @relation(fields: [chat_room_id], references: [id])

  @@index([chat_room_id])
  @@map("messages")
}
`,
    },
    {
      title: 'A second relation between two models',
      bad: `model User {
  id     Int     @id @default(autoincrement())
  email  String  @unique
  orders Order[] @relation("buyer")
}

model Order {
  id      Int  @id @default(autoincrement())
  buyer   User @relation("buyer", fields: [buyerId], references: [id])
  buyerId Int
  «userId»  Int
}
`,
      good: `model User {
  id           Int     @id @default(autoincrement())
  email        String  @unique
  orders       Order[] @relation("buyer")
  ordersAsUser Order[] @relation("orderUser")
}

model Order {
  id      Int  @id @default(autoincrement())
  buyer   User @relation("buyer", fields: [buyerId], references: [id])
  buyerId Int
  userId  Int
  user    User @relation("orderUser", fields: [userId], references: [id])
}
`,
    },
    {
      title: 'Who made it, and the row above it',
      bad: `model User {
  id    Int    @id @default(autoincrement())
  email String @unique
}

model Page {
  id         Int    @id @default(autoincrement())
  title      String
  «created_by» Int
  «parent_id»  Int?
}
`,
      good: `model User {
  id    Int    @id @default(autoincrement())
  email String @unique
  pages Page[]
}

model Page {
  id              Int    @id @default(autoincrement())
  title           String
  created_by      Int
  created_by_user User   @relation(fields: [created_by], references: [id])
  parent_id       Int?
  parent          Page?  @relation("PageParent", fields: [parent_id], references: [id])
  children        Page[] @relation("PageParent")
}
`,
    },
    {
      title: 'Who made it, where the people are called staff',
      bad: `model staff_members {
  id    Int    @id @default(autoincrement())
  email String @unique
}

model prescriptions {
  id         Int    @id @default(autoincrement())
  drug       String
  «created_by» Int
}
`,
      good: `model staff_members {
  id            Int             @id @default(autoincrement())
  email         String          @unique
  prescriptions prescriptions[]
}

model prescriptions {
  id                      Int           @id @default(autoincrement())
  drug                    String
  created_by              Int
  created_by_staff_member staff_members @relation(fields: [created_by], references: [id])
}
`,
    },
    {
      title: 'As the other relations to that model: below the columns, and deleted together',
      bad: `model Folder {
  id       Int       @id @default(autoincrement())
  name     String
  users    User[]
  orders   Order[]
  invoices Invoice[]
}

model User {
  id       Int    @id @default(autoincrement())
  folderId Int
  name     String

  folder Folder @relation(fields: [folderId], references: [id], onDelete: Cascade)
  notes  Note[]
}

model Order {
  id       Int    @id @default(autoincrement())
  folderId Int
  number   String

  folder Folder @relation(fields: [folderId], references: [id], onDelete: Cascade)
}

model Invoice {
  id       Int    @id @default(autoincrement())
  folderId Int
  number   String

  folder Folder @relation(fields: [folderId], references: [id], onDelete: Cascade)
}

model Note {
  id       Int    @id @default(autoincrement())
  «folderId» Int
  authorId Int
  text     String

  author User @relation(fields: [authorId], references: [id])
}
`,
      good: `model Folder {
  id       Int       @id @default(autoincrement())
  name     String
  users    User[]
  orders   Order[]
  invoices Invoice[]
  notes    Note[]
}

model User {
  id       Int    @id @default(autoincrement())
  folderId Int
  name     String

  folder Folder @relation(fields: [folderId], references: [id], onDelete: Cascade)
  notes  Note[]
}

model Order {
  id       Int    @id @default(autoincrement())
  folderId Int
  number   String

  folder Folder @relation(fields: [folderId], references: [id], onDelete: Cascade)
}

model Invoice {
  id       Int    @id @default(autoincrement())
  folderId Int
  number   String

  folder Folder @relation(fields: [folderId], references: [id], onDelete: Cascade)
}

model Note {
  id       Int    @id @default(autoincrement())
  folderId Int
  authorId Int
  text     String

  author User   @relation(fields: [authorId], references: [id])
  folder Folder @relation(fields: [folderId], references: [id], onDelete: Cascade)
}
`,
    },
  ],
  on: ['prisma.model'],
  *check(model, scope) {
    if (!isTable(model) || keepsIdsOfGone(model) || isShortLived(model) || refusesForeignKeys(model)) return;
    if (providerOf(scope.roots('prisma.datasource')) === 'mongodb') return;
    const related = new Set(foreignKeysOf(model).flatMap(({ fields }) => fields.map(({ value }) => value)));
    const copies = copiedNames(model, scope);
    for (const field of model.fields) {
      const isScope = related.size > 0 && scopeNames.has(foldedName(field.name.value));
      const isCopy = isScope || hasFixedDefault(field) || isCopied(field, copies);
      const target = isCopy || related.has(field.name.value) ? undefined : undeclaredTarget(field, model, scope);
      if (target === undefined || isRawColumn(field, model, scope)) continue;
      const fix = insertRelation(field, model, target, scope);
      yield {
        span: field.name.span,
        message: messageFor(field, model, target),
        ...(fix && { fixes: [fix] }),
        cause: unrelated,
      };
    }
  },
});

function messageFor({ name }: PrismaField, model: PrismaModel, target: PrismaModel): string {
  const column = `\`${model.name.value}.${name.value}\``;
  if (target === model) return `${column} looks like a foreign key to ${model.name.value} itself, but has no relation.`;
  return `${column} looks like a foreign key to ${target.name.value}, but has no relation.`;
}

/** A team goes without relations, or forgets them, in more than one place. */
const unrelated: Cause = {
  key: 'unrelated',
  message: (count) => `${count} columns look like foreign keys, but have no relation.`,
};

/** Whose row it is, written again beside a relation that leads there: a copy to filter by. */
const scopeNames: ReadonlySet<string> = new Set([
  'tenantid',
  'organizationid',
  'organisationid',
  'orgid',
  'workspaceid',
]);

/** The rows of a queue, a lock or a cache come and go too fast for foreign keys. */
function isShortLived({ name }: PrismaModel): boolean {
  return wordsOf(name.value).some((word) => shortLivedWords.has(word));
}

/**
 * The columns that the owner of the row has, too, as its own foreign keys: written again, they are there to find rows without that
 * model.
 */
function copiedNames(model: PrismaModel, scope: Scope): ReadonlySet<string> {
  const names = new Set<string>();
  for (const key of foreignKeysOf(model)) {
    const owner = key.onDelete?.value === 'Cascade' ? modelOf(key.field, scope) : undefined;
    if (owner === undefined || owner === model || people.test(owner.name.value)) continue;
    for (const { fields } of foreignKeysOf(owner)) if (fields.length === 1 && fields[0]) names.add(fields[0].value);
  }
  return names;
}

/** True for such a column. Who did it is another one for each row. */
function isCopied({ name }: PrismaField, copies: ReadonlySet<string>): boolean {
  return copies.has(name.value) && !people.test(name.value);
}

const people = /^(?:user|author|owner|member|customer|account|profile)/i;

/** A column that is never empty for want of a row: `@default(0)`. */
function hasFixedDefault(field: PrismaField): boolean {
  return defaultOf(field) !== undefined && defaultOf(field)?.kind !== 'call';
}
