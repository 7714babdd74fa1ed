import { defaultOf, fieldOf } from '#core/prisma/field.ts';
import { indexesOf, type ModelIndex } from '#core/prisma/indexes.ts';
import type { PrismaField, PrismaModel } from '#core/prisma/model.ts';
import { type Provider, providerOf } from '#core/prisma/provider.ts';
import { foreignKeysOf } from '#core/prisma/relation.ts';
import { type Cause, localRule } from '#core/rule.ts';
import { wordsOf } from '#core/text/casing.ts';
import { softDelete } from '#rules/checklist.ts';
import { isLogModel } from '#rules/detectors/prisma/log-model.ts';
import { commentsSay } from '#rules/detectors/prisma/prisma-comments.ts';
import { deletionFlagOf, deletionTimeOf, isAboutDeletion, isVersioned } from '#rules/detectors/prisma/soft-delete.ts';
import { isTable } from '#rules/detectors/prisma/table-model.ts';
import { type DeletionMark, partialUniqueFix } from '#rules/fixes/prisma/partial-unique.ts';
import { postgresql, prismaDocumentation } from '#rules/sources.ts';
import { naturalKeyWords } from '#rules/words/natural-keys.ts';

const preview = `generator client {
  provider        = "prisma-client"
  output          = "./client"
  previewFeatures = ["partialIndexes"]
}

datasource db {
  provider = "postgresql"
}

`;

export const softDeleteUnique = localRule({
  id: 'prisma/soft-delete-unique',
  summary: 'Let a unique key count only rows that are not soft-deleted.',
  why:
    'A deleted row keeps its values: with a plain unique key nobody can sign up with the address, or take the slug, of a deleted row again. ' +
    'Adding `deletedAt` to the key does not help: NULLs are distinct, so that living rows are no longer kept apart. A partial unique index on the rows that are not deleted does both.',
  item: softDelete,
  references: [
    prismaDocumentation('Indexes', 'prisma-schema/data-model/indexes'),
    postgresql('Partial Indexes', 'indexes-partial.html'),
  ],
  severity: 'warning',
  recommended: true,
  options: {
    words: {
      default: naturalKeyWords,
      description: 'Last words of the names of columns whose values are chosen, and chosen again after a deletion.',
    },
  },
  examples: [
    {
      title: 'A deleted user keeps the address',
      bad: `${preview}model User {
  id        Int       @id @default(autoincrement())
  email     String    «@unique»
  deletedAt DateTime?
}
`,
      good: `${preview}model User {
  id        Int       @id @default(autoincrement())
  email     String    @unique(where: { deletedAt: null })
  deletedAt DateTime?
}
`,
    },
    {
      title: 'The time of deletion as part of the key',
      bad: `${preview}model Page {
  id        Int       @id @default(autoincrement())
  siteId    Int
  slug      String
  deletedAt DateTime?

  «@@unique([siteId, slug, deletedAt])»
}
`,
      good: `${preview}model Page {
  id        Int       @id @default(autoincrement())
  siteId    Int
  slug      String
  deletedAt DateTime?

  @@unique([siteId, slug], where: { deletedAt: null })
}
`,
    },
  ],
  on: ['prisma.model'],
  *check(model, scope, { words }) {
    const mark = deletionMarkOf(model);
    if (!isTable(model) || mark === undefined || speaksOfPartialIndex(model)) return;
    const provider = providerOf(scope.roots('prisma.datasource'));
    for (const key of indexesOf(model)) {
      if (key.kind !== 'unique' || key.where !== undefined) continue;
      const message = keyFault(key, model, provider, words);
      if (message === undefined) continue;
      const fix = partialUniqueFix(key, model, mark, provider, scope);
      const cause = key.fields.some(({ value }) => value === deletionTimeOf(model)?.name.value) ? openKeys : keptKeys;
      yield { span: key.attribute.span, message, ...(fix && { fixes: [fix] }), cause };
    }
  },
});

/** Keys that know nothing of deletion are one decision. */
const keptKeys: Cause = {
  key: 'kept',
  message: (count) => `${count} unique keys count soft-deleted rows, too.`,
  fixTitle: (count) => `Make ${count} keys unique among living rows`,
};

/** With the time of deletion among the columns they keep nothing apart: rows that are there may be there twice. */
const openKeys: Cause = {
  key: 'open',
  message: (count) =>
    `${count} unique keys keep no living rows apart: their time of deletion is NULL, and NULLs are distinct.`,
  fixTitle: (count) =>
    `Make ${count} keys unique among living rows (the migration fails while such rows are there twice)`,
};

/** What living rows are known by: a flag that each row has, else a time that only deleted rows have. */
function deletionMarkOf(model: PrismaModel): DeletionMark | undefined {
  const flag = deletionFlagOf(model);
  const isUnmarked = isLogModel(model) || isAboutDeletion(model) || isVersioned(model);
  if (flag?.type.value === 'Boolean' && !flag.isOptional && !isUnmarked) return { field: flag, alive: 'false' };
  const time = deletionTimeOf(model);
  return time?.isOptional ? { field: time, alive: 'null' } : undefined;
}

function keyFault(
  key: ModelIndex,
  model: PrismaModel,
  provider: Provider | undefined,
  words: readonly string[],
): string | undefined {
  const marks = [deletionTimeOf(model), deletionFlagOf(model)].map((field) => field?.name.value);
  const columns = key.fields.map(({ value }) => value).filter((value) => !marks.includes(value));
  const named = `${model.name.value}.${columns.join(', ')}`;
  if (!isChosenAgain(columns, model, words)) return undefined;
  if (columns.length === key.fields.length)
    return `A soft-deleted ${model.name.value} keeps its \`${columns.join(', ')}\`: no new row can use it.`;
  const time = key.fields.find(({ value }) => value === marks[0]);
  if (time === undefined || provider === undefined || provider === 'sqlserver' || provider === 'mongodb')
    return undefined;
  return `\`${named}\` is not unique among living rows: their \`${time.value}\` is NULL, and NULLs are distinct.`;
}

/** A chosen value, alone or beside foreign keys; or a pair of foreign keys, which can be joined again. Nothing generated. */
function isChosenAgain(columns: readonly string[], model: PrismaModel, words: readonly string[]): boolean {
  const foreign = new Set(foreignKeysOf(model).flatMap(({ fields }) => fields.map(({ value }) => value)));
  const isChosen = (column: string): boolean => {
    const field = fieldOf(model, column);
    return field !== undefined && !foreign.has(column) && words.includes(lastWord(column)) && !isGenerated(field);
  };
  return columns.some(isChosen) || (columns.length > 1 && columns.every((column) => foreign.has(column)));
}

function isGenerated(field: PrismaField): boolean {
  return defaultOf(field)?.kind === 'call' || field.type.value === 'DateTime' || field.type.value === 'Boolean';
}

function lastWord(name: string): string {
  return wordsOf(name).at(-1) ?? '';
}

/** A comment that says that the database keeps the rows apart in another way. */
function speaksOfPartialIndex({ section }: PrismaModel): boolean {
  return commentsSay(section.text, /\b(?:partial|nulls\s+not\s+distinct|where\s+\S{0,100}deleted)/i);
}
