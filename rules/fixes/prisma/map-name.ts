import { attributeOf } from '#core/prisma/attribute.ts';
import { insertBlockAttributeEdit } from '#core/prisma/edit.ts';
import { fieldOf } from '#core/prisma/field.ts';
import type { PrismaField, PrismaModel } from '#core/prisma/model.ts';
import type { Collector, Fix } from '#core/rule.ts';
import type { Edit } from '#core/text/span.ts';
import { NotUnderstood } from '#core/work/understood.ts';

/** A name in the database for a model, or for one of its fields. */
export interface MappedName {
  readonly model: string;
  readonly field?: string;
  readonly name: string;
}

/** Gives a model or a field a name of its own in the database. `uri` is any file of the schema. */
export function mapNameFix(title: string, uri: string, { model: owner, field: name, name: mapped }: MappedName): Fix {
  return {
    title,
    safety: 'review',
    changes: {
      rootUri: uri,
      make: (survey) => {
        const model = survey.gathered(everyModel).find(({ value }) => value.name.value === owner)?.value;
        const field = name === undefined ? undefined : model && fieldOf(model, name);
        const target = name === undefined ? model : field;
        if (model === undefined || target === undefined || attributeOf(target, 'map') !== undefined)
          throw new NotUnderstood();
        const edit =
          field === undefined
            ? insertBlockAttributeEdit(model, `@@map(${JSON.stringify(mapped)})`)
            : insertMapEdit(field, mapped);
        return [{ kind: 'text', section: model.section, edits: [edit] }];
      },
    },
  };
}

const everyModel: Collector<PrismaModel> = {
  on: ['prisma.model'],
  isClosed: () => false,
  gather: (node) => (node.kind === 'prisma.model' ? [node] : []),
};

/** `@map` stands before the native type, where the line ends with one, else last. */
export function insertMapEdit(field: PrismaField, column: string): Edit {
  const map = `@map(${JSON.stringify(column)})`;
  const last = field.attributes.at(-1);
  if (last?.name.value.includes('.') !== true)
    return { span: { start: field.span.end, end: field.span.end }, newText: ` ${map}` };
  return { span: { start: last.span.start, end: last.span.start }, newText: `${map} ` };
}
