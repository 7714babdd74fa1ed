import { insertFieldAttributeEdit, removeBlockAttributeEdit } from '#core/prisma/edit.ts';
import { defaultOf, fieldOf } from '#core/prisma/field.ts';
import { indexesOf, type ModelIndex } from '#core/prisma/indexes.ts';
import type { PrismaField, PrismaModel } from '#core/prisma/model.ts';
import { type Fix, localRule, type Scope } from '#core/rule.ts';
import { idempotentConsumers } from '#rules/checklist.ts';
import { type ProcessedEvent, processedEventOf } from '#rules/detectors/prisma/processed-event.ts';
import { siblingModels } from '#rules/detectors/prisma/sibling-models.ts';
import { isTable } from '#rules/detectors/prisma/table-model.ts';
import { addUnique, hasUniqueNameFor } from '#rules/fixes/prisma/add-unique.ts';
import { prismaFix } from '#rules/fixes/prisma/prisma-fix.ts';
import { standardWebhooks, zalando } from '#rules/sources.ts';

export const processedEventUnique = localRule({
  id: 'prisma/processed-event-unique',
  summary: 'Make the event id of processed events unique.',
  why:
    'Brokers and webhooks deliver at least once. Looking whether an event was processed and then writing that it was lets two deliveries at the same time through; ' +
    'only a unique key makes the second one fail.',
  item: idempotentConsumers,
  references: [standardWebhooks, zalando(214)],
  severity: 'error',
  recommended: true,
  examples: [
    {
      title: 'Processed events of several consumers',
      bad: `model ProcessedEvent {
  id          Int      @id @default(autoincrement())
  consumer    String
  «eventId»     String
  processedAt DateTime @default(now())
}
`,
      good: `model ProcessedEvent {
  id          Int      @id @default(autoincrement())
  consumer    String
  eventId     String
  processedAt DateTime @default(now())

  @@unique([consumer, eventId])
}
`,
    },
    {
      title: 'An index does not keep duplicates out',
      bad: `model InboxMessage {
  id         Int      @id @default(autoincrement())
  «messageId»  String
  receivedAt DateTime @default(now())

  @@index([messageId])
}
`,
      good: `model InboxMessage {
  id         Int      @id @default(autoincrement())
  messageId  String   @unique
  receivedAt DateTime @default(now())
}
`,
    },
  ],
  on: ['prisma.model'],
  *check(model, scope) {
    const processed = isTable(model) ? processedEventOf(model) : undefined;
    if (processed === undefined || indexesOf(model).some((key) => keepsApart(key, processed, model))) return;
    const { eventId } = processed;
    const fix = uniqueFix(processed, model, scope);
    yield {
      span: eventId.name.span,
      message: `${model.name.value} may hold the same \`${eventId.name.value}\` twice.`,
      ...(fix && { fixes: [fix] }),
    };
  },
});

/** A key over the event id and columns that only say whose event it is: no time, no generated id. */
function keepsApart({ kind, fields, where }: ModelIndex, { eventId }: ProcessedEvent, model: PrismaModel): boolean {
  const columns = fields.map(({ value }) => value);
  const isRepeated = columns.every((column) => column === eventId.name.value || isGiven(fieldOf(model, column)));
  const isKey = (kind === 'id' || kind === 'unique') && where === undefined;
  return isKey && isRepeated && columns.includes(eventId.name.value);
}

/** True for a column that is the same when the same event comes again. */
function isGiven(field: PrismaField | undefined): boolean {
  return field !== undefined && field.type.value !== 'DateTime' && defaultOf(field)?.kind !== 'call';
}

function uniqueFix({ eventId, consumer }: ProcessedEvent, model: PrismaModel, scope: Scope): Fix | undefined {
  const name = eventId.name.value;
  if (consumer !== undefined) return addUnique(model, [consumer.name.value, name], siblingModels(model, scope));
  if (hasUniqueNameFor(model, [name])) return undefined;
  const useless = indexesOf(model).filter(({ kind, fields, attribute }) => {
    return kind === 'index' && attribute.args.length === 1 && fields.length === 1 && fields[0]?.value === name;
  });
  return prismaFix(
    `Make \`${name}\` unique (the migration fails while one is there twice)`,
    'review',
    model.section,
    insertFieldAttributeEdit(eventId, '@unique'),
    ...useless.map(({ attribute }) => removeBlockAttributeEdit(attribute, model)),
  );
}
