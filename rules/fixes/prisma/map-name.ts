import { attributeOf } from '#core/prisma/attribute.ts';
import { insertBlockAttributeEdit } from '#core/prisma/edit.ts';
import { fieldOf } from '#core/prisma/field.ts';
import type { PrismaField } from '#core/prisma/model.ts';
import type { Fix } from '#core/rule.ts';
import type { Edit } from '#core/text/span.ts';
import { lateModelFix } from '#rules/fixes/prisma/late-model-fix.ts';

/** A name in the database for a model, or for one of its fields. */
export interface MappedName {
  readonly model: string;
  readonly field?: string;
  readonly name: string;
}

/** Gives a model or a field a name of its own in the database. `uri` is any file of the schema. */
export function mapNameFix(title: string, uri: string, { model: owner, field: name, name: mapped }: MappedName): Fix {
  return lateModelFix(title, uri, owner, (model) => {
    const field = name === undefined ? undefined : fieldOf(model, name);
    const target = name === undefined ? model : field;
    if (target === undefined || attributeOf(target, 'map') !== undefined) return undefined;
    return [
      field === undefined
        ? insertBlockAttributeEdit(model, `@@map(${JSON.stringify(mapped)})`)
        : insertMapEdit(field, mapped),
    ];
  });
}

/** `@map` stands before the native type, where the line ends with one, else last. */
export function insertMapEdit(field: PrismaField, column: string): Edit {
  const map = `@map(${JSON.stringify(column)})`;
  const last = field.attributes.at(-1);
  if (last?.name.value.includes('.') !== true)
    return { span: { start: field.span.end, end: field.span.end }, newText: ` ${map}` };
  return { span: { start: last.span.start, end: last.span.start }, newText: `${map} ` };
}
