import { insertFieldAttributeEdit } from '#core/prisma/edit.ts';
import type { PrismaField, PrismaModel } from '#core/prisma/model.ts';
import { foreignKeysOf, relationOf } from '#core/prisma/relation.ts';
import type { Change, Fix } from '#core/rule.ts';
import type { Edit } from '#core/text/span.ts';
import { isEmptyInOldRows } from '#rules/detectors/change/empty-in-old-rows.ts';
import type { ImplicitJoin } from '#rules/detectors/change/implicit-joins.ts';
import { keepColumn, keepTable } from '#rules/fixes/prisma/keep-name.ts';

/** Names a relation so that its rows stay where they are. */
export function keepJoinByName({ field, back }: ImplicitJoin, table: string): Fix {
  return {
    title: `Keep the table “${table}” by the relation’s name`,
    safety: 'review',
    changes: [named(field, table.slice(1)), named(back, table.slice(1))],
  };
}

function named(field: PrismaField, name: string): Change {
  const text = JSON.stringify(name);
  const written = relationOf(field)?.name;
  const edit: Edit =
    written === undefined
      ? insertFieldAttributeEdit(field, `@relation(${text})`)
      : { span: written.span, newText: text };
  return { kind: 'text', section: field.section, edits: [edit] };
}

/** Lets a model that is new stand for the table that Prisma made: its columns are `A` and `B`, by the order of the models' names. */
export function keepJoinByModel(join: PrismaModel, models: readonly [string, string], table: string): readonly Fix[] {
  const keys = foreignKeysOf(join);
  const fields = [...models].sort().flatMap((name): readonly PrismaField[] => {
    const key = keys.find(({ field }) => field.type.value === name);
    const [only, ...more] = key?.fields ?? [];
    const field = more.length > 0 ? undefined : join.fields.find((each) => each.name.value === only?.value);
    return field === undefined ? [] : [field];
  });
  const [a, b] = fields;
  if (a === undefined || b === undefined || a === b) return [];
  // What else it holds the rows that are there do not have.
  const isFilled = join.fields.every(
    (field) => fields.includes(field) || isRelation(field) || !isEmptyInOldRows(field),
  );
  if (!isFilled) return [];
  const edits = [keepTable(join, table), keepColumn(a, 'A'), keepColumn(b, 'B')] as const;
  return [
    {
      title: `Keep the table “${table}” for \`${join.name.value}\``,
      safety: 'review',
      changes: [{ kind: 'text', section: join.section, edits }],
    },
  ];
}

function isRelation(field: PrismaField): boolean {
  return relationOf(field) !== undefined;
}
