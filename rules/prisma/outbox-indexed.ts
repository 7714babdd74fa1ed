import { localRule } from '#core/rule.ts';
import { indexes } from '#rules/checklist.ts';
import { indexText } from '#rules/detectors/prisma/index-name.ts';
import { isPollIndexed, outboxOf } from '#rules/detectors/prisma/outbox-model.ts';
import { siblingModels } from '#rules/detectors/prisma/sibling-models.ts';
import { isTable } from '#rules/detectors/prisma/table-model.ts';
import { addOrExtendIndex } from '#rules/fixes/prisma/extend-index.ts';
import { prismaDocumentation } from '#rules/sources.ts';

export const outboxIndexed = localRule({
  id: 'prisma/outbox-indexed',
  summary: 'Index an outbox by what is still to be published.',
  why:
    'The relay asks for events that are not published, every second or more often. Published events stay for a while and soon are nearly all of the table: without an index that begins ' +
    'with the mark each poll reads them all.',
  item: indexes,
  references: [
    {
      title: 'Microservices.io, Polling publisher',
      url: 'https://microservices.io/patterns/data/polling-publisher.html',
    },
    prismaDocumentation('Indexes', 'prisma-schema/data-model/indexes'),
  ],
  severity: 'warning',
  recommended: true,
  examples: [
    {
      title: 'An outbox without index',
      bad: `model «OutboxEvent» {
  id          Int       @id @default(autoincrement())
  type        String
  payload     Json
  attempts    Int       @default(0)
  createdAt   DateTime  @default(now())
  publishedAt DateTime?
}
`,
      good: `model OutboxEvent {
  id          Int       @id @default(autoincrement())
  type        String
  payload     Json
  attempts    Int       @default(0)
  createdAt   DateTime  @default(now())
  publishedAt DateTime?

  @@index([publishedAt, createdAt])
}
`,
    },
  ],
  on: ['prisma.model'],
  *check(model, scope) {
    const outbox = isTable(model) ? outboxOf(model) : undefined;
    if (outbox?.published === undefined || outbox.isDrained || isPollIndexed(model, outbox)) return;
    const { published, createdAt } = outbox;
    const columns = [published, createdAt].flatMap((field) => (field === undefined ? [] : [field.name.value]));
    const attribute = indexText('index', model, columns, siblingModels(model, scope));
    yield {
      span: model.name.span,
      message: `No index of ${model.name.value} begins with \`${published.name.value}\`: each look for events to publish reads the whole table.`,
      fixes: [addOrExtendIndex(model, columns, attribute)],
    };
  },
});
