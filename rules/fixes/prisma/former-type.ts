import { nativeTypeOf } from '#core/prisma/field.ts';
import type { PrismaAttribute, PrismaField } from '#core/prisma/model.ts';
import type { Fix } from '#core/rule.ts';
import { prismaFix } from '#rules/fixes/prisma/prisma-fix.ts';
import { type FieldChange, rewriteField } from '#rules/fixes/prisma/rewrite-field.ts';

/** Gives a column the type it had, in the schema and in the database. None where its default would be of another type. */
export function formerType(former: PrismaField, field: PrismaField): readonly Fix[] {
  if (former.isList !== field.isList || defaultText(former) !== defaultText(field)) return [];
  const [was, is] = [nativeTypeOf(former)?.attribute, nativeTypeOf(field)?.attribute];
  const written = was === undefined ? undefined : attributeText(former, was);
  const shown = [`${former.type.value}${former.isList ? '[]' : ''}`, ...(written === undefined ? [] : [written])];
  const change = { type: former.type.value, ...nativeChange(written, is) };
  const edit = rewriteField(field, change);
  return [prismaFix(`Leave \`${field.name.value}\` as \`${shown.join(' ')}\``, 'review', field.section, edit)];
}

function nativeChange(written: string | undefined, is: PrismaAttribute | undefined): FieldChange {
  if (is === undefined) return written === undefined ? {} : { added: written };
  return written === undefined ? { without: [is] } : { replaced: new Map([[is, written]]) };
}

function defaultText(field: PrismaField): string {
  const attribute = field.attributes.find(({ name }) => name.value === 'default');
  return attribute === undefined ? '' : attributeText(field, attribute);
}

function attributeText({ section }: PrismaField, { span }: PrismaAttribute): string {
  return section.text.slice(span.start, span.end);
}
