import { indexesOf } from '#core/prisma/indexes.ts';
import { localRule } from '#core/rule.ts';
import { indexes } from '#rules/checklist.ts';
import { indexInWords, isPlainIndex } from '#rules/detectors/prisma/index-columns.ts';
import { isTable } from '#rules/detectors/prisma/table-model.ts';
import { postgresql, prismaDocumentation } from '#rules/sources.ts';

export const indexNarrow = localRule({
  id: 'prisma/index-narrow',
  summary: 'Give an index no more columns than a search needs.',
  why: 'Behind the third column an index hardly finds fewer rows, but each further one makes it larger, slower to write, and useful for fewer queries.',
  item: indexes,
  references: [
    prismaDocumentation('Indexes', 'prisma-schema/data-model/indexes'),
    postgresql('Multicolumn Indexes', 'indexes-multicolumn.html'),
  ],
  severity: 'info',
  recommended: false,
  options: { columns: { default: 3, description: 'How many columns an index may have that keeps nothing unique.' } },
  examples: [
    {
      title: 'An index over half the table',
      bad: `model Order {
  id        Int      @id @default(autoincrement())
  country   String
  channel   String
  currency  String
  createdAt DateTime @default(now())

  «@@index([country, channel, currency, createdAt])»
}
`,
      good: `model Order {
  id        Int      @id @default(autoincrement())
  country   String
  channel   String
  currency  String
  createdAt DateTime @default(now())

  @@index([country, channel, createdAt])
}
`,
    },
  ],
  on: ['prisma.model'],
  *check(model, _scope, { columns: most }) {
    if (!isTable(model)) return;
    for (const index of indexesOf(model)) {
      const count = index.fields.length;
      if (!isPlainIndex(index) || count <= most) continue;
      yield {
        span: index.attribute.span,
        message: `\`${indexInWords(index)}\` of ${model.name.value} has ${count} columns, more than a search needs. Keep those that part the rows.`,
      };
    }
  },
});
