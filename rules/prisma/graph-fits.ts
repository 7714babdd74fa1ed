import type { PrismaModel } from '#core/prisma/model.ts';
import { providerOf } from '#core/prisma/provider.ts';
import { foreignKeysOf } from '#core/prisma/relation.ts';
import { localRule } from '#core/rule.ts';
import { wordsOf } from '#core/text/casing.ts';
import { storeFit } from '#rules/checklist.ts';
import { isTable } from '#rules/detectors/prisma/table-model.ts';
import { postgresql } from '#rules/sources.ts';
import { wordSet } from '#rules/words/word-list.ts';

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

/** The model whose rows an edge joins, both of them required; undefined for friends and followers, which are followed one step. */
function edgeBetween(model: PrismaModel): string | undefined {
  const last = wordsOf(model.name.value).at(-1) ?? '';
  if (!edgeWords.has(last)) return undefined;
  const targets = foreignKeysOf(model)
    .filter(({ field }) => !field.isOptional && field.type.value !== model.name.value)
    .map(({ field }) => field.type.value);
  return targets.find((target, place) => targets.indexOf(target) !== place);
}

const edgeWords = wordSet(
  'edge edges link links arc arcs connection connections relation relations relationship relationships dependency dependencies',
);

/** How many many-to-many relations lead from the model to itself: each has two lists. */
function manyToItself(model: PrismaModel): number {
  const { name, fields } = model;
  const keys = foreignKeysOf(model).filter(({ field }) => field.type.value === name.value);
  const lists = fields.filter(({ type, isList }) => isList && type.value === name.value);
  return Math.floor((lists.length - keys.length) / 2);
}
