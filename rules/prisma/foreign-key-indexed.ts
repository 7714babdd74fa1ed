import { insertBlockAttributeEdit } from '#core/prisma/edit.ts';
import { fieldOf } from '#core/prisma/field.ts';
import { isForeignKeyCovered } from '#core/prisma/foreign-key.ts';
import type { PrismaDatasource, PrismaModel } from '#core/prisma/model.ts';
import { providerOf } from '#core/prisma/provider.ts';
import { type ForeignKey, foreignKeysOf } from '#core/prisma/relation.ts';
import { localRule } from '#core/rule.ts';
import type { Span } from '#core/text/span.ts';
import { indexes } from '#rules/checklist.ts';
import { isTable } from '#rules/detectors/table-model.ts';
import { prismaFix } from '#rules/fixes/prisma-fix.ts';
import { postgresql, prismaDocumentation } from '#rules/sources.ts';

const datasource = `datasource db {
  provider = "postgresql"
}

model User {
  id    Int    @id @default(autoincrement())
  posts Post[]
}

`;

export const foreignKeyIndexed = localRule({
  id: 'prisma/foreign-key-indexed',
  summary: 'Index the columns of every foreign key.',
  why:
    'PostgreSQL, SQLite, SQL Server and CockroachDB index the referenced key, not the foreign key: reading the children of a row, and deleting or changing the row itself, ' +
    'scans the whole table. An index serves when the columns of the foreign key are its first ones.',
  item: indexes,
  references: [
    prismaDocumentation('Indexes', 'prisma-schema/data-model/indexes'),
    postgresql('Foreign Keys', 'ddl-constraints.html#DDL-CONSTRAINTS-FK'),
  ],
  severity: 'warning',
  recommended: true,
  examples: [
    {
      title: 'A foreign key without index',
      bad: `${datasource}model Post {
  id       Int  @id @default(autoincrement())
  author   User @relation(fields: [«authorId»], references: [id])
  authorId Int
}
`,
      good: `${datasource}model Post {
  id       Int  @id @default(autoincrement())
  author   User @relation(fields: [authorId], references: [id])
  authorId Int

  @@index([authorId])
}
`,
    },
    {
      title: 'An index that begins with another column',
      bad: `${datasource}model Post {
  id        Int      @id @default(autoincrement())
  author    User     @relation(fields: [«authorId»], references: [id], onDelete: Cascade)
  authorId  Int
  createdAt DateTime @default(now())

  @@index([createdAt, authorId])
}
`,
      good: `${datasource}model Post {
  id        Int      @id @default(autoincrement())
  author    User     @relation(fields: [authorId], references: [id], onDelete: Cascade)
  authorId  Int
  createdAt DateTime @default(now())

  @@index([createdAt, authorId])
  @@index([authorId])
}
`,
    },
  ],
  on: ['prisma.model'],
  *check(model, scope) {
    if (!isTable(model) || !leavesIndexes(scope.roots('prisma.datasource'))) return;
    for (const { key, columns } of uncoveredKeys(model)) {
      yield {
        span: columnsSpan(key),
        message: `No index of ${model.name.value} begins with ${columnNames(columns)}, the foreign key of \`${key.field.name.value}\`${consequence(key)}.`,
        fixes: [
          prismaFix(
            `Add \`@@index([${columns.join(', ')}])\``,
            'safe',
            model.section,
            insertBlockAttributeEdit(model, `@@index([${columns.join(', ')}])`),
          ),
        ],
      };
    }
  },
});

/** MySQL indexes real foreign keys itself; without them (`relationMode = "prisma"`) Prisma warns; MongoDB has none. */
function leavesIndexes(datasources: readonly PrismaDatasource[]): boolean {
  const provider = providerOf(datasources);
  const isRelationMode = datasources.some((source) => source.relationMode?.value === 'prisma');
  return provider !== undefined && provider !== 'mysql' && provider !== 'mongodb' && !isRelationMode;
}

interface UncoveredKey {
  readonly key: ForeignKey;
  /** In the order in which one index also serves the smaller foreign keys within this one. */
  readonly columns: readonly string[];
}

/** The foreign keys no index serves, without those that an index for a longer one of them serves too. */
function uncoveredKeys(model: PrismaModel): readonly UncoveredKey[] {
  const uncovered = foreignKeysOf(model)
    .map((key) => ({ key, columns: [...new Set(key.fields.map(({ value }) => value))] }))
    .filter(({ columns }) => columns.every((column) => fieldOf(model, column) !== undefined))
    .filter(({ columns }) => !isForeignKeyCovered(model, columns));
  const chosen: UncoveredKey[] = [];
  for (const { key, columns } of [...uncovered].sort((a, b) => b.columns.length - a.columns.length)) {
    const longer = chosen.findIndex((other) => columns.every((column) => other.columns.includes(column)));
    const other = chosen[longer];
    if (other === undefined) chosen.push({ key, columns });
    else chosen[longer] = { key: other.key, columns: [...new Set([...columns, ...other.columns])] };
  }
  return chosen.sort((a, b) => a.key.field.span.start - b.key.field.span.start);
}

function columnsSpan({ fields, field }: ForeignKey): Span {
  return { start: fields[0]?.span.start ?? field.anchor.start, end: fields.at(-1)?.span.end ?? field.anchor.end };
}

function columnNames(columns: readonly string[]): string {
  return columns.map((column) => `\`${column}\``).join(', ');
}

function consequence({ onDelete, field: { type } }: ForeignKey): string {
  const action = onDelete?.value;
  return action === 'Cascade' || action === 'SetNull' ? `: each deleted ${type.value} scans the table` : '';
}
