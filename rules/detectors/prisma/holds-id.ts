import { attributeOf } from '#core/prisma/attribute.ts';
import { nativeTypeOf } from '#core/prisma/field.ts';
import { primaryKeyOf } from '#core/prisma/indexes.ts';
import type { PrismaField, PrismaModel } from '#core/prisma/model.ts';

/** True when the target has one id column of the same type, in the database too. */
export function canHoldId(field: PrismaField, target: PrismaModel): boolean {
  const key = primaryKeyOf(target)?.fields;
  const id = key?.length === 1 ? target.fields.find(({ name }) => name.value === key[0]?.value) : undefined;
  if (id === undefined || id.type.value !== field.type.value) return false;
  const [own, other] = [nativeTypeOf(field), nativeTypeOf(id)];
  return own?.name === other?.name && own?.args.join() === other?.args.join();
}

/** True where both tables lie in the same schema of the database. */
export function isSameSchema(model: PrismaModel, target: PrismaModel): boolean {
  return schemaOf(model) === schemaOf(target);
}

function schemaOf(model: PrismaModel): string | undefined {
  const value = attributeOf(model, 'schema')?.args[0]?.value;
  return value?.kind === 'string' ? value.value : undefined;
}
