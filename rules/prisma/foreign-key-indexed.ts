import { fieldOf } from '#core/prisma/field.ts';
import { isForeignKeyCovered, partialCover } from '#core/prisma/foreign-key.ts';
import { indexesOf, type ModelIndex } from '#core/prisma/indexes.ts';
import type { PrismaModel } from '#core/prisma/model.ts';
import { type ForeignKey, foreignKeysOf } from '#core/prisma/relation.ts';
import { type Fix, localRule, type Related } from '#core/rule.ts';
import type { Span } from '#core/text/span.ts';
import { indexes } from '#rules/checklist.ts';
import { isPlainIndex } from '#rules/detectors/prisma/index-columns.ts';
import { isIndexElsewhere } from '#rules/detectors/prisma/index-elsewhere.ts';
import { isRelationModePrisma, leavesForeignKeysUnindexed } from '#rules/detectors/prisma/indexed-by-database.ts';
import { siblingModels } from '#rules/detectors/prisma/sibling-models.ts';
import { isSoundRelation } from '#rules/detectors/prisma/sound-relation.ts';
import { isTable } from '#rules/detectors/prisma/table-model.ts';
import { addIndex } from '#rules/fixes/prisma/add-index.ts';
import { equalityFirst } from '#rules/fixes/prisma/equality-first.ts';
import { prismaFix } from '#rules/fixes/prisma/prisma-fix.ts';
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
    'PostgreSQL, SQLite, SQL Server and CockroachDB index the referenced key, not the foreign key. Without an index, reading the children of a row scans their whole table, ' +
    'and so does deleting the row. The columns of the foreign key have to come first in the index.',
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
    {
      title: 'An index over a part of the foreign key',
      bad: `datasource db {
  provider = "postgresql"
}

model Account {
  id       String
  tenantId String
  balances Balance[]

  @@id([id, tenantId])
}

model Balance {
  id        Int     @id @default(autoincrement())
  account   Account @relation(fields: [«accountId, tenantId»], references: [id, tenantId])
  accountId String
  tenantId  String

  @@index([accountId])
}
`,
      good: `datasource db {
  provider = "postgresql"
}

model Account {
  id       String
  tenantId String
  balances Balance[]

  @@id([id, tenantId])
}

model Balance {
  id        Int     @id @default(autoincrement())
  account   Account @relation(fields: [accountId, tenantId], references: [id, tenantId])
  accountId String
  tenantId  String

  @@index([accountId, tenantId])
}
`,
    },
  ],
  on: ['prisma.model'],
  *check(model, scope) {
    const datasources = scope.roots('prisma.datasource');
    if (!isTable(model) || isRelationModePrisma(datasources) || !leavesForeignKeysUnindexed(datasources)) return;
    let siblings: readonly PrismaModel[] | undefined;
    let timed: readonly ModelIndex[] | undefined;
    for (const { key, columns } of uncoveredKeys(model)) {
      if (!isSoundRelation(key, model, scope) || isIndexElsewhere(columns, model)) continue;
      siblings ??= siblingModels(model, scope);
      const { title, edit } = addIndex(model, columns, siblings);
      timed ??= indexesOf(model).filter((index) => beginsWithTime(index, model));
      const turned = behindTimes(timed, model, columns);
      yield {
        span: columnsSpan(key),
        message: messageFor(key, columns, model),
        fixes: [
          prismaFix(`${title} in ${model.name.value}`, 'review', model.section, edit),
          ...turned.map(({ fix }) => fix).filter((fix) => fix !== undefined),
        ],
        ...(turned.length > 0 && { related: turned.map(({ related }) => related) }),
        cause: {
          key: 'unindexed',
          message: (count) => `${count} foreign keys have no index, and this database creates none for them.`,
          fixTitle: (count) => `Add an index for each of ${count} foreign keys (the migration builds them)`,
        },
      };
    }
  },
});

function beginsWithTime(index: ModelIndex, model: PrismaModel): boolean {
  const [first] = index.fields;
  return isPlainIndex(index) && first !== undefined && fieldOf(model, first.value)?.type.value === 'DateTime';
}

/** Of the indexes that begin with a time those that hold the foreign key, and would serve if it stood before. */
function behindTimes(
  timed: readonly ModelIndex[],
  model: PrismaModel,
  columns: readonly string[],
): readonly BehindTime[] {
  return timed.flatMap((index) => {
    const own = index.fields.slice(1).filter(({ value }) => columns.includes(value));
    if (own.length < columns.length) return [];
    const message = `It begins with \`${index.fields[0]?.value ?? ''}\`.`;
    const related = { section: model.section, span: index.attribute.span, message };
    return [{ fix: equalityFirst(index, own, model), related }];
  });
}

interface BehindTime {
  readonly fix: Fix | undefined;
  readonly related: Related;
}

function messageFor(key: ForeignKey, columns: readonly string[], model: PrismaModel): string {
  const { type } = key.field;
  const cover = partialCover(model, columns);
  if (cover === undefined)
    return `No index of ${model.name.value} begins with the foreign key ${columnNames(columns)}: each delete from ${type.value} scans the table.`;
  return `An index of ${model.name.value} covers only ${columnNames(cover.columns)} of the foreign key ${columnNames(columns)}.`;
}

interface UncoveredKey {
  readonly key: ForeignKey;
  /** In the order in which one index also serves the smaller foreign keys within this one. */
  readonly columns: readonly string[];
}

/** The foreign keys no index serves, without those that an index for a longer one of them serves too. */
function uncoveredKeys(model: PrismaModel): readonly UncoveredKey[] {
  // A list of ids is no foreign key to the database.
  const names = new Set(model.fields.flatMap(({ name, isList }) => (isList ? [] : [name.value])));
  const uncovered = foreignKeysOf(model)
    .filter(({ field }) => !field.isList)
    .map((key) => ({ key, columns: [...new Set(key.fields.map(({ value }) => value))] }))
    .filter(({ columns }) => columns.every((column) => names.has(column)))
    .filter(({ columns }) => !isForeignKeyCovered(model, columns));
  const chosen: UncoveredKey[] = [];
  /** Where in `chosen` each column stands. */
  const byColumn = new Map<string, readonly number[]>();
  for (const { key, columns } of [...uncovered].sort((a, b) => b.columns.length - a.columns.length)) {
    const alike = byColumn.get(columns[0] ?? '') ?? [];
    const longer = alike.find((place) => columns.every((column) => chosen[place]?.columns.includes(column))) ?? -1;
    const other = chosen[longer];
    if (other === undefined) {
      for (const column of columns) byColumn.set(column, [...(byColumn.get(column) ?? []), chosen.length]);
      chosen.push({ key, columns });
    } else chosen[longer] = { key: other.key, columns: [...new Set([...columns, ...other.columns])] };
  }
  return chosen.sort((a, b) => a.key.field.span.start - b.key.field.span.start);
}

function columnsSpan({ fields, field }: ForeignKey): Span {
  return { start: fields[0]?.span.start ?? field.anchor.start, end: fields.at(-1)?.span.end ?? field.anchor.end };
}

function columnNames(columns: readonly string[]): string {
  return columns.map((column) => `\`${column}\``).join(', ');
}
