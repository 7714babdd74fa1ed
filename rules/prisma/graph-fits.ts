import { providerOf } from '#core/prisma/provider.ts';
import { localRule } from '#core/rule.ts';
import { storeFit } from '#rules/checklist.ts';
import { edgeBetween, manyToItself } from '#rules/detectors/prisma/graph-model.ts';
import { isTable } from '#rules/detectors/prisma/table-model.ts';
import { postgresql } from '#rules/sources.ts';

export const graphFits = localRule({
  id: 'prisma/graph-fits',
  summary: 'Ask whether a graph of rows is searched farther than a join or two.',
  why:
    'Edges between rows of one table are followed step by step: a join for each, or a recursive query. Two steps are nothing; paths of any length, shortest ways and neighbourhoods ' +
    'are what a graph database, or a table of all ancestors, is for.',
  item: storeFit,
  references: [postgresql('WITH Queries (Common Table Expressions)', 'queries-with.html#QUERIES-WITH-RECURSIVE')],
  severity: 'info',
  recommended: false,
  examples: [
    {
      title: 'Edges between nodes',
      bad: `model Node {
  id       Int    @id @default(autoincrement())
  outgoing Edge[] @relation("from")
  incoming Edge[] @relation("to")
}

model «Edge» {
  id     Int  @id @default(autoincrement())
  from   Node @relation("from", fields: [fromId], references: [id])
  fromId Int
  to     Node @relation("to", fields: [toId], references: [id])
  toId   Int

  @@unique([fromId, toId])
  @@index([toId])
}
`,
      good: `model Node {
  id       Int    @id @default(autoincrement())
  outgoing Edge[]
}

model Edge {
  id     Int    @id @default(autoincrement())
  from   Node   @relation(fields: [fromId], references: [id])
  fromId Int
  label  String

  @@unique([fromId, label])
}
`,
    },
  ],
  on: ['prisma.model'],
  *check(model, scope) {
    if (!isTable(model) || providerOf(scope.roots('prisma.datasource')) === 'mongodb') return;
    const node = edgeBetween(model);
    const many = manyToItself(model);
    if (node !== undefined)
      yield {
        span: model.name.span,
        message: `The rows of ${model.name.value} are edges between rows of ${node}: a graph. Ask how far queries follow them.`,
      };
    else if (many > 1)
      yield {
        span: model.name.span,
        message: `${model.name.value} is joined to itself in ${many} ways: a graph. Ask how far queries follow it.`,
      };
  },
});
