import type { PrismaModel } from '#core/prisma/model.ts';
import { foreignKeysOf } from '#core/prisma/relation.ts';
import type { Scope } from '#core/rule.ts';
import { columnsOf } from '#rules/detectors/model-columns.ts';
import { deletionFlagOf, deletionTimeOf } from '#rules/detectors/soft-delete.ts';
import { undeclaredTarget } from '#rules/detectors/undeclared-target.ts';

/**
 * True for a model that is little more than an enum: at most three columns, marks of deletion not counted, and no foreign key,
 * declared or not.
 */
export function isLookupModel(model: PrismaModel, scope: Scope): boolean {
  const columns = columnsOf(model, scope)?.columns;
  if (columns === undefined || foreignKeysOf(model).length > 0) return false;
  const marks = [deletionFlagOf(model), deletionTimeOf(model)];
  const counted = columns.filter((column) => !marks.includes(column));
  return counted.length <= 3 && counted.every((column) => undeclaredTarget(column, model, scope) === undefined);
}
