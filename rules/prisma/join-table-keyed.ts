import { indexesOf, type ModelIndex } from '#core/prisma/indexes.ts';
import { localRule } from '#core/rule.ts';
import { keysAndConstraints } from '#rules/checklist.ts';
import { isPairedOnce, joinColumnsOf } from '#rules/detectors/prisma/join-model.ts';
import { isLogModel } from '#rules/detectors/prisma/log-model.ts';
import { siblingModels } from '#rules/detectors/prisma/sibling-models.ts';
import { isTable } from '#rules/detectors/prisma/table-model.ts';
import { addUnique } from '#rules/fixes/prisma/add-unique.ts';
import { prismaDocumentation } from '#rules/sources.ts';

const joined = `model Post {
  id   Int       @id
  tags PostTag[]
}

model Tag {
  id    Int       @id
  posts PostTag[]
}

`;

export const joinTableKeyed = localRule({
  id: 'prisma/join-table-keyed',
  summary: 'Give a join table a key over its foreign keys.',
  why:
    'Without it two requests at the same time join the same two rows twice: lists show the item twice, counts are wrong, and removing one of the two leaves the other. ' +
    'An id of its own does not prevent that.',
  item: keysAndConstraints,
  references: [
    prismaDocumentation('Many-to-many relations', 'prisma-schema/data-model/relations/many-to-many-relations'),
  ],
  severity: 'error',
  recommended: true,
  examples: [
    {
      title: 'An id of its own, and nothing that keeps pairs apart',
      bad: `${joined}model «PostTag» {
  id        Int      @id @default(autoincrement())
  post      Post     @relation(fields: [postId], references: [id])
  postId    Int
  tag       Tag      @relation(fields: [tagId], references: [id])
  tagId     Int
  createdAt DateTime @default(now())
}
`,
      good: `${joined}model PostTag {
  id        Int      @id @default(autoincrement())
  post      Post     @relation(fields: [postId], references: [id])
  postId    Int
  tag       Tag      @relation(fields: [tagId], references: [id])
  tagId     Int
  createdAt DateTime @default(now())

  @@unique([postId, tagId])
}
`,
    },
    {
      title: 'No key at all',
      bad: `${joined}model «PostTag» {
  post   Post @relation(fields: [postId], references: [id])
  postId Int
  tag    Tag  @relation(fields: [tagId], references: [id])
  tagId  Int

  @@index([tagId])
}
`,
      good: `${joined}model PostTag {
  post   Post @relation(fields: [postId], references: [id])
  postId Int
  tag    Tag  @relation(fields: [tagId], references: [id])
  tagId  Int

  @@index([tagId])
  @@id([postId, tagId])
}
`,
    },
  ],
  on: ['prisma.model'],
  *check(model, scope) {
    if (!isTable(model) || isLogModel(model)) return;
    const columns = joinColumnsOf(model, scope);
    if (columns === undefined || !isPairedOnce(model) || indexesOf(model).some((key) => tellsApart(key, columns)))
      return;
    const fix = addUnique(model, columns, siblingModels(model, scope));
    yield {
      span: model.name.span,
      message: `${model.name.value} may hold the same ${columns.join(' and ')} twice.`,
      ...(fix && { fixes: [fix] }),
    };
  },
});

/** A key over columns of the pair alone, or over the whole pair and what tells equal pairs apart. */
function tellsApart({ kind, fields, where }: ModelIndex, columns: readonly string[]): boolean {
  const names = fields.map(({ value }) => value);
  const isKey = (kind === 'id' || kind === 'unique') && where === undefined;
  return isKey && (names.every((name) => columns.includes(name)) || columns.every((column) => names.includes(column)));
}
