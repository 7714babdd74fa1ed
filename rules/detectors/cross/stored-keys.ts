import type { OpenApiDocument } from '#core/openapi/model.ts';
import { indexesOf } from '#core/prisma/indexes.ts';
import type { PrismaModel } from '#core/prisma/model.ts';
import { foreignKeysOf } from '#core/prisma/relation.ts';
import type { Scope } from '#core/rule.ts';
import { foldedName, wordsOf } from '#core/text/casing.ts';
import { foundOnce } from '#core/work/note-read.ts';
import { commentsSay } from '#rules/detectors/prisma/prisma-comments.ts';
import { processedEventOf } from '#rules/detectors/prisma/processed-event.ts';
import { sentModelWords, storedElsewhere } from '#rules/words/stored-elsewhere.ts';

/** What a schema remembers of requests and events, so that the same one again changes nothing. */
export interface StoredKeys {
  /** A column for keys of requests; true, too, where a comment names another store. */
  readonly hasRequestKeys: boolean;
  /** Ids of events of others: a table of processed ones, or a unique column for an id that others give. */
  readonly hasEventIds: boolean;
  /** A table of what is sent to whom. */
  readonly hasDeliveries: boolean;
}

/** Looks at every model once, whichever rule asks: only for what is asked of a description as a whole. */
export function storedKeys(document: OpenApiDocument, scope: Scope): StoredKeys {
  return foundOnce(storedKeys, document, () => readKeys(scope));
}

function readKeys(scope: Scope): StoredKeys {
  const models = scope.names('prisma.model').flatMap((name) => scope.find('prisma.model', name) ?? []);
  const isElsewhere = models.some(({ section }) => commentsSay(section.text, storedElsewhere));
  return {
    hasRequestKeys: isElsewhere || models.some(({ fields }) => fields.some(({ name }) => isRequestKey(name.value))),
    hasEventIds: isElsewhere || models.some(hasEventIds),
    hasDeliveries: isElsewhere || models.some(({ name }) => isDelivery(name.value)),
  };
}

/** `idempotencyKey`, `dedupe_key`, `requestId`, `clientToken`. */
function isRequestKey(name: string): boolean {
  return /idempot|dedup|^request(?:id|key|hash|uuid|token)$|^client(?:token|reference|ref|key|(?:request|order|transaction|payment|reference)(?:id|token|ref|key))$/.test(
    foldedName(name),
  );
}

function hasEventIds(model: PrismaModel): boolean {
  if (processedEventOf(model) !== undefined || /idempot/i.test(model.name.value)) return true;
  const isOfEvents = wordsOf(model.name.value).some((word) => eventWords.has(word));
  const keys = indexesOf(model).filter(({ kind }) => kind === 'id' || kind === 'unique');
  const foreign = new Set(foreignKeysOf(model).flatMap(({ fields }) => fields.map(({ value }) => value)));
  const columns = keys.flatMap(({ fields }) => fields.map(({ value }) => value));
  const keyed = new Set(columns.filter((column) => !foreign.has(column)));
  return model.fields.some(({ name }) => {
    const folded = foldedName(name.value);
    return (isOfEvents && eventIds.test(folded)) || (keyed.has(name.value) && givenIds.test(folded));
  });
}

const eventWords: ReadonlySet<string> = new Set(
  'event events webhook webhooks hook hooks inbox notification notifications'.split(' '),
);

/** In a table of events, unique or not: what is wrong with it is for another rule to say. */
const eventIds = /(?:event|message|delivery|webhook|notification|external|provider|source|remote)_?id$|dedup|idempot/;

/** An id that the sender gives to what an event is about: to write it twice fails, or changes the row it is in. */
const givenIds =
  /^(?:event|message|delivery|webhook|notification)id$|^(?:external|provider|remote|source|gateway|vendor)_?(?:id|reference|ref|key)$|(?:paymentintent|charge|transaction|checkoutsession|invoice|payout|refund|message|payment|event|delivery|transfer|subscription)(?:id|reference|ref|key)$/;

/** `WebhookDelivery`, `webhook_attempts`, `OutboxMessage`, `NotificationDelivery`. */
function isDelivery(name: string): boolean {
  const words = wordsOf(name);
  if (words.includes('outbox') || words.includes('deliveries')) return true;
  const isHook = words.some((word) => ['webhook', 'webhooks', 'hook', 'hooks', 'callback', 'callbacks'].includes(word));
  const isEvent = words.some((word) => ['event', 'events', 'message', 'notification'].includes(word));
  const isSent = words.some((word) => sentModelWords.includes(word));
  const isTried = words.some((word) => /^(?:deliver(?:y|ies)|attempts?|dispatch(?:es)?)$/.test(word));
  return (isHook && isSent) || (isEvent && isTried);
}
