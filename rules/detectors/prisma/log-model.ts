import type { PrismaModel } from '#core/prisma/model.ts';
import { wordsOf } from '#core/text/casing.ts';
import { logModelWords } from '#rules/words/log-models.ts';

const words: ReadonlySet<string> = new Set(logModelWords);
const pastWords: ReadonlySet<string> = new Set(['deleted', 'removed', 'archived']);

/** True when the rows of a model are written once and kept as they are: `AuditLog`, `OrderHistory`, `DeletedUser`. */
export function isLogModel({ name }: PrismaModel): boolean {
  const own = wordsOf(name.value);
  return words.has(own.at(-1) ?? '') || own.includes('log') || own.includes('audit') || pastWords.has(own[0] ?? '');
}
