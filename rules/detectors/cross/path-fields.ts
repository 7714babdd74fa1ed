import { templateNames } from '#core/openapi/effective/path-template.ts';
import type { Operation } from '#core/openapi/model.ts';
import type { PrismaModel } from '#core/prisma/model.ts';
import { fieldFor } from '#rules/detectors/cross/field-for.ts';

/** The names of the fields that an operation's path parameters stand for: `{tenant}` for `tenantId`, `{slug}` for `slug`. */
export function pathFields({ path }: Operation, model: PrismaModel): readonly string[] {
  return templateNames(path).flatMap(({ value }) => {
    const field = fieldFor(model, `${value}Id`) ?? fieldFor(model, value);
    return field === undefined ? [] : [field.name.value];
  });
}
