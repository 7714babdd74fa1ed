import type { PrismaModel } from '#core/prisma/model.ts';
import { wordsOf } from '#core/text/casing.ts';
import { anyLogWords, boundRowWords, joinedLogWords, logModelWords, triedWords } from '#rules/words/log-models.ts';

const words: ReadonlySet<string> = new Set(logModelWords);
const anyWords: ReadonlySet<string> = new Set(anyLogWords);
const joined: ReadonlySet<string> = new Set(joinedLogWords);
const pastWords: ReadonlySet<string> = new Set(['deleted', 'removed', 'archived']);

/** True when the rows of a model are written once and kept as they are: `AuditLog`, `OrderHistory`, `DeletedUser`. */
export function isLogModel({ name }: PrismaModel): boolean {
  const own = wordsOf(name.value);
  const last = own.at(-1) ?? '';
  const isSaid = words.has(last) || own.some((word) => anyWords.has(word)) || pastWords.has(own[0] ?? '');
  return isSaid || isJoined(last) || isAttempt(own);
}

/** Each try is a row of its own: `LoginAttempt`, `webhook_attempts`; those of a quiz are marked later. */
function isAttempt(words: readonly string[]): boolean {
  const last = words.at(-1) ?? '';
  return (last === 'attempt' || last === 'attempts') && triedWords.has(words.at(-2) ?? '');
}

/**
 * True for a log whose rows outlive what they tell of: it keeps ids without foreign keys. Not for what goes with its owner, as the
 * files of a message and the versions of a document do.
 */
export function keepsIdsOfGone(model: PrismaModel): boolean {
  const own = wordsOf(model.name.value);
  const isBound = boundRowWords.has(own.at(-1) ?? '') && !own.slice(0, -1).some(isOfLog);
  return isLogModel(model) && (!isBound || pastWords.has(own[0] ?? '') || own.some((word) => anyWords.has(word)));
}

/** `UsageRecord`, `HistoryEntry`. */
function isOfLog(word: string): boolean {
  return words.has(word) || ['usage', 'access', 'login', 'change', 'error', 'sync'].includes(word);
}

/** True for `auditlog` and `loginhistory`, where nothing sets the words apart. */
function isJoined(word: string): boolean {
  const before = joinedName.exec(word)?.[1] ?? '';
  return joined.has(before) || joined.has(before.replace(/s$/, ''));
}

const joinedName =
  /^([a-z]{2,20})(?:logs?|logbook|history|histories|events?|audits?|activity|activities|trail|outbox|inbox|snapshots?)$/;
