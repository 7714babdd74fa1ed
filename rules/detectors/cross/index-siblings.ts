import { indexesOf } from '#core/prisma/indexes.ts';
import type { PrismaModel } from '#core/prisma/model.ts';
import type { Scope } from '#core/rule.ts';
import { foundOnce } from '#core/work/note-read.ts';
import { siblingModels } from '#rules/detectors/prisma/sibling-models.ts';

/**
 * The models that show how indexes are written: the model itself where it has some in its block, so that an edit of another one
 * makes nothing stale; else its siblings.
 */
export function indexSiblings(model: PrismaModel, scope: Scope): readonly PrismaModel[] {
  return foundOnce(indexSiblings, model, () => {
    const hasOwn = indexesOf(model).some(({ kind, fieldLevel }) => kind === 'index' && !fieldLevel);
    return hasOwn ? [model] : siblingModels(model, scope);
  });
}
