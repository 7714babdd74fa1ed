import { mappedName } from '#core/prisma/field.ts';
import type { PrismaField, PrismaModel } from '#core/prisma/model.ts';
import { foldedName } from '#core/text/casing.ts';

/** The field an API name stands for, whatever its casing: by the field's name, else by its column's. */
export function fieldFor({ fields }: Pick<PrismaModel, 'fields'>, name: string): PrismaField | undefined {
  const key = foldedName(name);
  return (
    fields.find((field) => foldedName(field.name.value) === key) ??
    fields.find((field) => foldedName(mappedName(field)?.value ?? '') === key)
  );
}
