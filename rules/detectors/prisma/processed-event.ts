import { attributeOf } from '#core/prisma/attribute.ts';
import { defaultOf } from '#core/prisma/field.ts';
import type { PrismaField, PrismaModel } from '#core/prisma/model.ts';
import { foldedName, wordsOf } from '#core/text/casing.ts';

const doneWords: ReadonlySet<string> = new Set(['processed', 'consumed', 'handled', 'deduplicated']);
const thingWords: ReadonlySet<string> = new Set(
  'event events message messages webhook webhooks notification notifications delivery command commands'.split(' '),
);
const idName =
  /(?:event|message|webhook|delivery|notification|command|external|deduplication)id$|^(?:idempotencykey|dedupekey)$/;
const consumerNames: ReadonlySet<string> = new Set(
  'consumer consumername consumerid consumergroup handler handlername subscriber subscription subscriptionid listener source provider topic queue service'.split(
    ' ',
  ),
);

/** What a model that remembers processed events remembers them by. */
export interface ProcessedEvent {
  /** The id the sender gave the event: a column of its own, or the primary key when nothing generates it. */
  readonly eventId: PrismaField;
  /** Who processed it, or whose event it was; undefined when the model does not say. */
  readonly consumer: PrismaField | undefined;
}

/** Reads `ProcessedEvent`, `InboxMessage`, `ConsumedWebhook` …; undefined for any other model, and where no event id is found. */
export function processedEventOf(model: PrismaModel): ProcessedEvent | undefined {
  const words = wordsOf(model.name.value);
  const isDone = words.some((word) => doneWords.has(word)) && words.some((word) => thingWords.has(word));
  const isInbox = words.includes('inbox') || words.join('').includes('dedup');
  const eventId = isDone || isInbox ? model.fields.find(isEventId) : undefined;
  if (eventId === undefined) return undefined;
  return { eventId, consumer: model.fields.find(({ name }) => consumerNames.has(foldedName(name.value))) };
}

function isEventId(field: PrismaField): boolean {
  if (field.isList) return false;
  const isGivenKey = attributeOf(field, 'id') !== undefined && defaultOf(field) === undefined;
  return idName.test(foldedName(field.name.value)) || (isGivenKey && field.type.value === 'String');
}
