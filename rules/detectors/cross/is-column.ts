import { isScalarType } from '#core/prisma/field.ts';
import type { PrismaField } from '#core/prisma/model.ts';
import { enumOf } from '#core/prisma/named-block.ts';
import type { Scope } from '#core/rule.ts';

/** True for a field that is one value of the row: a scalar or an enum, no list, and nothing of another model. */
export function isColumn(field: PrismaField, scope: Pick<Scope, 'find'>): boolean {
  return !field.isList && (isScalarType(field.type.value) || enumOf(field, scope) !== undefined);
}
