import type { PrismaModel } from '#core/prisma/model.ts';
import type { Scope } from '#core/rule.ts';
import { columnsOf } from '#rules/detectors/prisma/model-columns.ts';
import { deletionFlagOf, deletionTimeOf } from '#rules/detectors/prisma/soft-delete.ts';

/** True for a model that is little more than an enum, or a part of another row: at most three columns, marks of deletion not counted. */
export function isLookupModel(model: PrismaModel, scope: Scope): boolean {
  const columns = columnsOf(model, scope)?.columns;
  const marks = [deletionFlagOf(model), deletionTimeOf(model)];
  return columns !== undefined && columns.filter((column) => !marks.includes(column)).length <= 3;
}
