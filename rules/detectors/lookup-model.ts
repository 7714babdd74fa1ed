import type { PrismaModel } from '#core/prisma/model.ts';
import { foreignKeysOf } from '#core/prisma/relation.ts';
import type { Scope } from '#core/rule.ts';
import { columnsOf } from '#rules/detectors/model-columns.ts';

/** True for a model that is little more than an enum: at most three columns, and no foreign key. */
export function isLookupModel(model: PrismaModel, scope: Scope): boolean {
  const columns = columnsOf(model, scope)?.columns;
  return columns !== undefined && columns.length <= 3 && foreignKeysOf(model).length === 0;
}
