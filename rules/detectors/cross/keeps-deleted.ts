import type { PrismaModel } from '#core/prisma/model.ts';
import type { Scope } from '#core/rule.ts';
import { foldedName, wordsOf } from '#core/text/casing.ts';
import { singularOf } from '#core/text/english.ts';
import { isLogModel } from '#rules/detectors/prisma/log-model.ts';
import { deletionFlagOf, deletionTimeOf, isVersioned, tellsDeletionTime } from '#rules/detectors/prisma/soft-delete.ts';
import { goneWords, keeperWords } from '#rules/words/restoring.ts';

/** True where a row can say that it is gone, by a mark, a state or a version, or where another model keeps what was deleted. */
export function keepsDeleted(model: PrismaModel, scope: Scope): boolean {
  if (deletionTimeOf(model) !== undefined || deletionFlagOf(model) !== undefined || tellsDeletionTime(model))
    return true;
  if (isVersioned(model) || isLogModel(model)) return true;
  return model.fields.some(({ name }) => maySayGone(name.value)) || hasKeeper(model, scope);
}

function maySayGone(column: string): boolean {
  return wordsOf(column).some((word) => goneWords.some((gone) => word.startsWith(gone)));
}

/** `DeletedOrder`, `OrderArchive`, or one place for all: `RecycleBin`. */
function hasKeeper({ name }: PrismaModel, scope: Scope): boolean {
  const own = singularOf(foldedName(name.value));
  return scope.names('prisma.model').some((other) => {
    const words = wordsOf(other);
    const rest = words.filter((word) => !keeperWords.has(word));
    const isKeeper = rest.length < words.length && other !== name.value;
    return isKeeper && (rest.length === 0 || singularOf(rest.join('')) === own || isForAll(rest));
  });
}

function isForAll(words: readonly string[]): boolean {
  return (
    words.length === 1 &&
    ['bin', 'item', 'items', 'record', 'records', 'entity', 'object', 'log'].includes(words[0] ?? '')
  );
}
