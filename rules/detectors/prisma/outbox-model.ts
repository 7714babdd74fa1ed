import { attributeOf } from '#core/prisma/attribute.ts';
import { indexesOf } from '#core/prisma/indexes.ts';
import type { PrismaField, PrismaModel } from '#core/prisma/model.ts';
import { foldedName, wordsOf } from '#core/text/casing.ts';
import { commentsSay } from '#rules/detectors/prisma/prisma-comments.ts';
import { creationTimeOf, ownTimeOf } from '#rules/detectors/prisma/time-field.ts';
import {
  attemptNames,
  changeCapturePhrases,
  payloadNames,
  publishedWords,
  stateNames,
  typeNames,
} from '#rules/words/message-tables.ts';

/** What an outbox has, each as far as it is there. */
export interface Outbox {
  readonly payload: PrismaField | undefined;
  readonly type: PrismaField | undefined;
  readonly createdAt: PrismaField | undefined;
  /** The time, flag or state that tells published events from others. */
  readonly published: PrismaField | undefined;
  readonly attempts: PrismaField | undefined;
  /** True where rows are taken out of it, or read from the log of the database: nothing marks them. */
  readonly isDrained: boolean;
}

/** Reads `OutboxEvent`, `EventOutbox`, `outbox_messages`; undefined for any other model, and for a message box of people. */
export function outboxOf(model: PrismaModel): Outbox | undefined {
  const words = wordsOf(model.name.value);
  const isOutbox =
    words.includes('outbox') || /^(?:event|message|domain)s?outbox|^outbox(?:event|message)s?$/.test(words.join(''));
  const names = new Set(model.fields.map(({ name }) => foldedName(name.value)));
  const isMail = ['to', 'toemail', 'recipient', 'recipients', 'recipientid', 'receiverid', 'subject'].some((name) =>
    names.has(name),
  );
  if (!(isOutbox || isRelayedEvent(words, model)) || isMail) return undefined;
  const published = model.fields.find(isPublished) ?? model.fields.find(isState);
  return {
    payload: model.fields.find(isPayload),
    type: model.fields.find((field) => isColumn(field) && typeNames.has(withoutPrefix(field.name.value))),
    createdAt: creationTimeOf(model) ?? ownTimeOf(model) ?? model.fields.find(isOccurrence),
    published,
    attempts: model.fields.find((field) => attemptNames.has(foldedName(field.name.value))),
    isDrained: commentsSay(model.section.text, changeCapturePhrases) || changeCapturePhrases.test(model.documentation),
  };
}

/** A `DomainEvent` with a payload and a mark of what was published: an outbox under another name. */
function isRelayedEvent(words: readonly string[], { fields }: PrismaModel): boolean {
  const isNamed =
    words.length === 2 && /^(?:domain|integration)$/.test(words[0] ?? '') && /^events?$/.test(words[1] ?? '');
  return isNamed && fields.some(isPayload) && fields.some(isMarkOfRelay);
}

/** `publishedAt`, `isDispatched`; `processed` may be about who reads it. */
function isMarkOfRelay(field: PrismaField): boolean {
  const words = wordsOf(field.name.value);
  return isPublished(field) && words.some((word) => ['published', 'dispatched', 'relayed', 'forwarded'].includes(word));
}

function isPayload(field: PrismaField): boolean {
  const isHolder = ['Json', 'Bytes'].includes(field.type.value);
  return isHolder || (field.type.value === 'String' && payloadNames.has(withoutPrefix(field.name.value)));
}

/** `eventPayload` → `payload`. */
function withoutPrefix(name: string): string {
  const folded = foldedName(name);
  return folded.replace(/^(?:event|message|msg|outbox)(?=[a-z])/, '') || folded;
}

function isColumn({ isList, attributes }: PrismaField): boolean {
  return !isList && attributes.every(({ name }) => name.value !== 'relation' && name.value !== 'id');
}

function isPublished(field: PrismaField): boolean {
  const words = wordsOf(field.name.value);
  return (
    (field.type.value === 'DateTime' || field.type.value === 'Boolean') &&
    words.some((word) => publishedWords.has(word))
  );
}

function isState(field: PrismaField): boolean {
  return (
    !field.isList &&
    stateNames.has(wordsOf(field.name.value).at(-1) ?? '') &&
    attributeOf(field, 'relation') === undefined
  );
}

function isOccurrence({ name, type }: PrismaField): boolean {
  return type.value === 'DateTime' && /^(?:occurred|timestamp|time|enqueued|queued)/.test(foldedName(name.value));
}

/** True where an index finds what is still to be published: it begins with the mark, or holds only rows without it. */
export function isPollIndexed(model: PrismaModel, { published }: Outbox): boolean {
  const marks = new Set(
    model.fields
      .filter((field) => field === published || isPublished(field) || isState(field))
      .map(({ name }) => name.value),
  );
  return indexesOf(model).some(({ fields, where }) => where !== undefined || marks.has(fields[0]?.value ?? ''));
}
