import { insertFieldsEdits } from '#core/prisma/edit.ts';
import type { PrismaField, PrismaModel } from '#core/prisma/model.ts';
import { localRule } from '#core/rule.ts';
import { foldedName, wordsOf } from '#core/text/casing.ts';
import { idempotentConsumers } from '#rules/checklist.ts';
import { outboxOf } from '#rules/detectors/prisma/outbox-model.ts';
import { siblingModels } from '#rules/detectors/prisma/sibling-models.ts';
import { isTable } from '#rules/detectors/prisma/table-model.ts';
import { columnLine } from '#rules/fixes/prisma/column-line.ts';
import { prismaFix } from '#rules/fixes/prisma/prisma-fix.ts';
import { zalando } from '#rules/sources.ts';
import { messageVersionNames, typeNames } from '#rules/words/message-tables.ts';

export const eventVersioned = localRule({
  id: 'prisma/event-versioned',
  summary: 'Store with each event which version of its payload it has.',
  why:
    'Events are read long after they were written, by consumers that were built for another version. One that does not know which shape a payload has guesses from its fields, and the ' +
    'first change that looks alike is read wrongly.',
  item: idempotentConsumers,
  references: [zalando(246)],
  severity: 'info',
  recommended: false,
  examples: [
    {
      title: 'A payload without version',
      bad: `model «OutboxEvent» {
  id          Int       @id @default(autoincrement())
  type        String
  payload     Json
  attempts    Int       @default(0)
  createdAt   DateTime  @default(now())
  publishedAt DateTime?

  @@index([publishedAt, createdAt])
}
`,
      good: `model OutboxEvent {
  id          Int       @id @default(autoincrement())
  type        String
  version     Int       @default(1)
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
    const type = isTable(model) ? typeOfStored(model) : undefined;
    if (type === undefined || model.fields.some(isVersion)) return;
    const line = columnLine('version', 'Int', siblingModels(model, scope), '@default(1)');
    yield {
      span: model.name.span,
      message: `${model.name.value} does not say which version of its payload an event has.`,
      fixes: [
        prismaFix(
          `Add \`${line.name}\` to ${model.name.value} (events that are there get version 1)`,
          'review',
          model.section,
          ...insertFieldsEdits(model, [line], type.name.value),
        ),
      ],
    };
  },
});

/** The type of the events of an outbox, else their payload, or the type of a store of the events of aggregates. */
function typeOfStored(model: PrismaModel): PrismaField | undefined {
  const outbox = outboxOf(model);
  if (outbox !== undefined) return outbox.payload && (outbox.type ?? outbox.payload);
  const names = new Set(model.fields.map(({ name }) => foldedName(name.value)));
  const isStore = wordsOf(model.name.value).some((word) => word === 'event' || word === 'events');
  const isOfAggregate = ['aggregateid', 'streamid', 'aggregatetype', 'streamname'].some((name) => names.has(name));
  const hasPayload = model.fields.some((field) => field.type.value === 'Json');
  return isStore && isOfAggregate && hasPayload
    ? model.fields.find(({ name, type }) => type.value === 'String' && typeNames.has(foldedName(name.value)))
    : undefined;
}

function isVersion({ name }: PrismaField): boolean {
  const words = wordsOf(name.value);
  return messageVersionNames.has(foldedName(name.value)) || words.includes('version') || words.includes('schema');
}
