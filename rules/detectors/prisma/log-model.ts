import type { PrismaModel } from '#core/prisma/model.ts';
import { wordsOf } from '#core/text/casing.ts';
import { anyLogWords, joinedLogWords, logModelWords } from '#rules/words/log-models.ts';

const words: ReadonlySet<string> = new Set(logModelWords);
const anyWords: ReadonlySet<string> = new Set(anyLogWords);
const joined: ReadonlySet<string> = new Set(joinedLogWords);
const pastWords: ReadonlySet<string> = new Set(['deleted', 'removed', 'archived']);

/** True when the rows of a model are written once and kept as they are: `AuditLog`, `OrderHistory`, `DeletedUser`. */
export function isLogModel({ name }: PrismaModel): boolean {
  const own = wordsOf(name.value);
  const last = own.at(-1) ?? '';
  const isSaid = words.has(last) || own.some((word) => anyWords.has(word)) || pastWords.has(own[0] ?? '');
  return isSaid || isJoined(last);
}

/** True for `auditlog` and `loginhistory`, where nothing sets the words apart. */
function isJoined(word: string): boolean {
  const before = joinedName.exec(word)?.[1] ?? '';
  return joined.has(before) || joined.has(before.replace(/s$/, ''));
}

const joinedName =
  /^([a-z]{2,20})(?:logs?|logbook|history|histories|events?|audits?|activity|activities|trail|outbox|inbox|snapshots?)$/;
