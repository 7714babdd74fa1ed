import { isScalarType } from '#core/prisma/field.ts';
import type { PrismaField } from '#core/prisma/model.ts';
import type { Scope } from '#core/rule.ts';

/** True for a field that is one value of the row: a scalar or an enum, no list, and nothing of another model. */
export function isColumn({ type, isList }: PrismaField, scope: Pick<Scope, 'find'>): boolean {
  return !isList && (isScalarType(type.value) || scope.find('prisma.enum', type.value) !== undefined);
}
