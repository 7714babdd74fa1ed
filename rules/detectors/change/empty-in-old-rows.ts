import { defaultOf } from '#core/prisma/field.ts';
import type { PrismaField } from '#core/prisma/model.ts';

/** Calls that the client makes, not the database. */
const byClient = new Set(['uuid', 'cuid', 'nanoid', 'ulid', 'auto']);

/** True for a required column for which the database has no value where nobody gives one. */
export function isEmptyInOldRows(field: PrismaField): boolean {
  if (field.isOptional || field.isList) return false;
  const value = defaultOf(field);
  return value === undefined || (value.kind === 'call' && byClient.has(value.name));
}
