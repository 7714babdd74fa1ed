import { indexesOf } from '#core/prisma/indexes.ts';
import { localRule } from '#core/rule.ts';
import { indexes } from '#rules/checklist.ts';
import { isTable } from '#rules/detectors/prisma/table-model.ts';
import { prismaDocumentation } from '#rules/sources.ts';

const product = (name: string, last: string): string => `model ${name} {
  id    Int    @id @default(autoincrement())
  sku   String @unique
  name  String @unique
  brand String @unique
  color String @unique
  size  Int    @unique
  price Int
  cost  Int

  @@index([price, cost])
  @@index([cost, price])
  @@index([size, price])
  @@index([size, cost])
  @@index([price, size])
${last}}
`;

export const indexesLimited = localRule({
  id: 'prisma/indexes-limited',
  summary: 'Keep the indexes of a table few enough to be written with every row.',
  why: 'Each insert writes into every index of the table, and each update into most of them: with a dozen a row costs ten times what it would, and the indexes no longer fit into memory together.',
  item: indexes,
  references: [prismaDocumentation('Indexes', 'prisma-schema/data-model/indexes')],
  severity: 'info',
  recommended: false,
  options: { most: { default: 10, description: 'How many keys and indexes a model may have beside its primary key.' } },
  examples: [
    {
      title: 'Eleven indexes',
      bad: product('«Product»', '  @@index([cost, size])\n'),
      good: product('Product', ''),
    },
  ],
  on: ['prisma.model'],
  *check(model, _scope, { most }) {
    if (!isTable(model)) return;
    const count = indexesOf(model).filter(({ kind }) => kind !== 'id').length;
    if (count <= most) return;
    yield {
      span: model.name.span,
      message: `${model.name.value} has ${count} indexes: every row that is written is written into all of them. Keep those that queries use.`,
    };
  },
});
