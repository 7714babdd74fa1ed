import { insertFieldEdit } from '#core/prisma/edit.ts';
import { mappedName, nativeTypeOf } from '#core/prisma/field.ts';
import type { PrismaField, PrismaModel } from '#core/prisma/model.ts';
import type { Fix } from '#core/rule.ts';
import { toSnakeCase } from '#core/text/casing.ts';
import { prismaFix } from '#rules/fixes/prisma-fix.ts';

/** A field that keeps a time of the row. */
export type RowTime = 'createdAt' | 'updatedAt';

const attributes: { readonly [T in RowTime]: string } = {
  createdAt: '@default(now())',
  // The default fills the rows that are there when the column is added.
  updatedAt: '@default(now()) @updatedAt',
};

/** Adds the times to a model in its own casing; behind `sibling`, a time it has already, and with its native type. */
export function insertTimes(
  model: PrismaModel,
  [first, ...rest]: readonly [RowTime, ...RowTime[]],
  sibling: PrismaField | undefined,
): Fix {
  const edit = (time: RowTime) => {
    const line = { name: fieldName(time, model), type: 'DateTime', attributes: attributesOf(time, model, sibling) };
    return insertFieldEdit(model, line, sibling?.name.value);
  };
  const names = [first, ...rest].map((time) => `\`${fieldName(time, model)}\``).join(' and ');
  return prismaFix(`Add ${names}`, 'review', model.section, edit(first), ...rest.map(edit));
}

function fieldName(time: RowTime, { fields }: PrismaModel): string {
  return fields.some(({ name }) => name.value.includes('_')) ? toSnakeCase(time) : time;
}

function attributesOf(time: RowTime, model: PrismaModel, sibling: PrismaField | undefined): string {
  const column = toSnakeCase(time);
  const map = fieldName(time, model) !== column && hasSnakeColumns(model) ? [`@map("${column}")`] : [];
  const native = sibling && nativeTypeOf(sibling)?.attribute;
  const type = native === undefined ? [] : [model.section.text.slice(native.span.start, native.span.end)];
  return [attributes[time], ...map, ...type].join(' ');
}

/** True when a field of several words is mapped to a column in snake case. */
function hasSnakeColumns({ fields }: PrismaModel): boolean {
  return fields.some((field) => {
    const column = mappedName(field)?.value;
    return column?.includes('_') === true && column === toSnakeCase(field.name.value);
  });
}
