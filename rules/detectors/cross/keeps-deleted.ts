import { bareName, blockId } from '#core/prisma/block-name.ts';
import type { PrismaModel } from '#core/prisma/model.ts';
import type { Scope } from '#core/rule.ts';
import { foldedName, wordsOf } from '#core/text/casing.ts';
import { singularOf } from '#core/text/english.ts';
import { remembered } from '#core/text/remembered.ts';
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
function hasKeeper(model: PrismaModel, scope: Scope): boolean {
  const [own, id] = [singularOf(foldedName(model.name.value)), blockId(model)];
  return scope.names('prisma.model').some((other) => {
    const kept = other !== id && keptIn(bareName(other));
    return kept !== false && (kept === '' || kept === own);
  });
}

/** Whose deleted rows a model of this name keeps, in small letters: empty for those of all models, false for none. */
const keptIn = remembered((name): string | false => {
  const words = wordsOf(name);
  const rest = words.filter((word) => !keeperWords.has(word));
  if (rest.length === words.length) return false;
  return isForAll(rest) ? '' : singularOf(rest.join(''));
}, 10_000);

function isForAll([first, ...others]: readonly string[]): boolean {
  if (first === undefined) return true;
  return (
    others.length === 0 && ['bin', 'item', 'items', 'record', 'records', 'entity', 'object', 'log'].includes(first)
  );
}
