import { indexesOf } from '#core/prisma/indexes.ts';
import type { PrismaModel } from '#core/prisma/model.ts';
import { localRule } from '#core/rule.ts';
import { indexes } from '#rules/checklist.ts';
import { indexText } from '#rules/detectors/prisma/index-name.ts';
import { siblingModels } from '#rules/detectors/prisma/sibling-models.ts';
import { deletionTimeOf } from '#rules/detectors/prisma/soft-delete.ts';
import { isTable } from '#rules/detectors/prisma/table-model.ts';
import { addOrExtendIndex } from '#rules/fixes/prisma/extend-index.ts';
import { prismaDocumentation } from '#rules/sources.ts';

const noteAndPage = `model Note {
  id        Int       @id
  text      String
  deletedAt DateTime?

  @@index([deletedAt])
}

model Page {
  id        Int       @id
  title     String
  deletedAt DateTime?

  @@index([deletedAt])
}

`;

export const softDeleteIndexed = localRule({
  id: 'prisma/soft-delete-indexed',
  summary: 'Index the time of deletion where the other models do.',
  why:
    'The job that purges what was deleted long ago, and the page that shows the bin, look for the few rows with a time of deletion. A schema that indexes it in most models has decided that ' +
    'these look-ups matter.',
  item: indexes,
  references: [prismaDocumentation('Indexes', 'prisma-schema/data-model/indexes')],
  severity: 'info',
  recommended: false,
  examples: [
    {
      title: 'One model without the index that the others have',
      bad: `${noteAndPage}model Task {
  id        Int       @id
  title     String
  «deletedAt» DateTime?
}
`,
      good: `${noteAndPage}model Task {
  id        Int       @id
  title     String
  deletedAt DateTime?

  @@index([deletedAt])
}
`,
    },
  ],
  on: ['prisma.model'],
  *check(model, scope) {
    const time = deletionTimeOf(model);
    if (time === undefined || isIndexed(model) || !isTable(model)) return;
    const siblings = siblingModels(model, scope);
    const others = siblings.filter((other) => other !== model && deletionTimeOf(other) !== undefined);
    const indexed = others.filter(isIndexed).length;
    if (indexed < enough || indexed * 2 <= others.length) return;
    const columns = [time.name.value];
    yield {
      span: time.name.span,
      message: `No index holds \`${model.name.value}.${time.name.value}\`, as in most models whose rows are deleted softly.`,
      fixes: [addOrExtendIndex(model, columns, indexText('index', model, columns, siblings))],
    };
  },
});

/** So many models make a habit. */
const enough = 2;

function isIndexed(model: PrismaModel): boolean {
  const time = deletionTimeOf(model)?.name.value;
  return indexesOf(model).some(
    ({ fields, where }) => where !== undefined || fields.some(({ value }) => value === time),
  );
}
