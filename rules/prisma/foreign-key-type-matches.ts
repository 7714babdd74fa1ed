import { attributeText } from '#core/prisma/attribute.ts';
import { addFieldAttributeEdit, removeFieldAttributeEdit } from '#core/prisma/edit.ts';
import { fieldOf, nativeTypeOf } from '#core/prisma/field.ts';
import type { PrismaField } from '#core/prisma/model.ts';
import { modelOf } from '#core/prisma/named-block.ts';
import { type Provider, providerOf } from '#core/prisma/provider.ts';
import { foreignKeysOf } from '#core/prisma/relation.ts';
import { type Fix, localRule } from '#core/rule.ts';
import { foreignKeys } from '#rules/checklist.ts';
import {
  type ColumnType,
  columnTypeOf,
  generatedLength,
  lengthOf,
  refusesForeignKey,
  typeText,
} from '#rules/detectors/prisma/column-type.ts';
import { isTable } from '#rules/detectors/prisma/table-model.ts';
import { prismaFix } from '#rules/fixes/prisma/prisma-fix.ts';
import { rewriteField } from '#rules/fixes/prisma/rewrite-field.ts';
import { postgresql, prismaDocumentation } from '#rules/sources.ts';

const user = (id: string): string => `datasource db {
  provider = "postgresql"
}

model User {
  id    String @id ${id}
  posts Post[]
}

`;

export const foreignKeyTypeMatches = localRule({
  id: 'prisma/foreign-key-type-matches',
  summary: 'Give a foreign key the database type of the key it refers to.',
  why:
    'Prisma compares the scalar types only: `String` and `String @db.Uuid` look alike to it. PostgreSQL, MySQL and SQL Server refuse the foreign key when the migration runs; ' +
    'where the column is only shorter, the first key that is too long fails.',
  item: foreignKeys,
  references: [
    prismaDocumentation('Native database types', 'prisma-schema/data-model/models'),
    postgresql('Foreign Keys', 'ddl-constraints.html#DDL-CONSTRAINTS-FK'),
  ],
  severity: 'error',
  recommended: true,
  examples: [
    {
      title: 'Text that refers to a uuid',
      bad: `${user('@default(uuid()) @db.Uuid')}model Post {
  id       Int    @id @default(autoincrement())
  author   User   @relation(fields: [authorId], references: [id])
  «authorId» String

  @@index([authorId])
}
`,
      good: `${user('@default(uuid()) @db.Uuid')}model Post {
  id       Int    @id @default(autoincrement())
  author   User   @relation(fields: [authorId], references: [id])
  authorId String @db.Uuid

  @@index([authorId])
}
`,
    },
    {
      title: 'Too short for the key',
      bad: `${user('@default(uuid()) @db.VarChar(36)')}model Post {
  id       Int    @id @default(autoincrement())
  author   User   @relation(fields: [authorId], references: [id])
  «authorId» String @db.VarChar(30)

  @@index([authorId])
}
`,
      good: `${user('@default(uuid()) @db.VarChar(36)')}model Post {
  id       Int    @id @default(autoincrement())
  author   User   @relation(fields: [authorId], references: [id])
  authorId String @db.VarChar(36)

  @@index([authorId])
}
`,
    },
  ],
  on: ['prisma.model'],
  *check(model, scope) {
    const provider = providerOf(scope.roots('prisma.datasource'));
    // Of MongoDB Prisma compares these types, too; SQLite has none.
    if (provider === undefined || provider === 'mongodb' || provider === 'sqlite' || !isTable(model)) return;
    const told = new Set<PrismaField>();
    for (const { field, fields, references } of foreignKeysOf(model)) {
      const target = modelOf(field, scope);
      for (const [place, name] of fields.entries()) {
        const column = fieldOf(model, name.value);
        const key = target && fieldOf(target, references[place]?.value ?? '');
        // Another scalar is Prisma's to tell.
        if (!target || !column || !key || column.type.value !== key.type.value || told.has(column)) continue;
        const types = typesOf(column, key, provider);
        if (types === undefined) continue;
        told.add(column);
        const names = {
          own: `${model.name.value}.${column.name.value}`,
          other: `${target.name.value}.${key.name.value}`,
        };
        const fix = fixFor(column, key, types, provider, names);
        yield {
          span: column.name.span,
          message: messageFor(types, provider, names),
          ...(fix && { fixes: [fix] }),
          related: [{ section: target.section, span: key.name.span, message: `It is \`${typeText(types.other)}\`.` }],
          cause: {
            key: `${names.other} ${typeText(types.other)}`,
            message: (count) =>
              `${count} foreign keys have another type than \`${names.other}\`, \`${typeText(types.other)}\`.`,
            fixTitle: (count) =>
              `Give ${count} foreign keys the type of \`${names.other}\` (their values are lost where the migration makes the columns anew: write \`USING\`)`,
          },
        };
      }
    }
  },
});

interface Types {
  readonly own: ColumnType;
  readonly other: ColumnType;
}

interface Names {
  readonly own: string;
  readonly other: string;
}

/** The two types where they differ in a way that the database, or a value, notices. */
function typesOf(column: PrismaField, key: PrismaField, provider: Provider): Types | undefined {
  const [own, other] = [columnTypeOf(column, provider), columnTypeOf(key, provider)];
  if (own === undefined || other === undefined || typeText(own) === typeText(other)) return undefined;
  return refusesForeignKey(own, other, provider) || isShorter(own, other, key) || isSmaller(own, other)
    ? { own, other }
    : undefined;
}

/** True where some keys have no room: those that Prisma generates have a length of their own. */
function isShorter(own: ColumnType, other: ColumnType, key: PrismaField): boolean {
  const length = lengthOf(own);
  const needed = generatedLength(key) ?? lengthOf(other);
  return length !== undefined && (needed === undefined || needed > length);
}

/** `SmallInt` that refers to `Integer`. */
function isSmaller(own: ColumnType, other: ColumnType): boolean {
  return own.name !== other.name && /^(?:SmallInt|Int2)$/.test(own.name);
}

function messageFor({ own, other }: Types, provider: Provider, names: Names): string {
  const both = `\`${names.own}\` is \`${typeText(own)}\`, but \`${names.other}\` is \`${typeText(other)}\``;
  if (refusesForeignKey(own, other, provider)) return `${both}: the database refuses the foreign key.`;
  return `${both}: not every key has room.`;
}

/** What becomes of the values: Prisma makes a column anew where PostgreSQL or SQL Server would have to be told how to convert it. */
function lossOf({ own, other }: Types, provider: Provider): string {
  const isConverted = provider === 'mysql' || (provider !== 'cockroachdb' && !refusesForeignKey(own, other, provider));
  if (isConverted) return '';
  const way = provider === 'sqlserver' ? 'convert them by hand' : 'write `USING` into it';
  return ` (the migration makes the column anew and its values are lost: ${way})`;
}

function fixFor(
  column: PrismaField,
  key: PrismaField,
  types: Types,
  provider: Provider,
  names: Names,
): Fix | undefined {
  const [written, wanted] = [nativeTypeOf(column), nativeTypeOf(key)];
  const text = attributeText(key, wanted?.attribute);
  const lost = lossOf(types, provider);
  const title = `Give \`${names.own}\` the type of \`${names.other}\`, \`${typeText(types.other)}\`${lost}`;
  if (key.named !== undefined) {
    const without = column.attributes.filter((attribute) => attribute === written?.attribute);
    return prismaFix(title, 'review', column.section, rewriteField(column, { type: key.named.name, without }));
  }
  if (written === undefined) return prismaFix(title, 'review', column.section, addFieldAttributeEdit(column, text));
  return prismaFix(
    title,
    'review',
    column.section,
    wanted === undefined
      ? removeFieldAttributeEdit(column, written.attribute)
      : { span: written.attribute.span, newText: text },
  );
}
