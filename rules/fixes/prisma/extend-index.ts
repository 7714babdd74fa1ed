import { insertBlockAttributeEdit } from '#core/prisma/edit.ts';
import { indexesOf, type ModelIndex } from '#core/prisma/indexes.ts';
import type { PrismaModel } from '#core/prisma/model.ts';
import type { Fix } from '#core/rule.ts';
import type { Edit } from '#core/text/span.ts';
import { prismaFix } from '#rules/fixes/prisma/prisma-fix.ts';

/** What serves some columns of a block. */
export interface IndexAddition {
  /** That of its fix. */
  readonly title: string;
  readonly edit: Edit;
}

/** Adds an index, written as `attribute`; where it would make a shorter one redundant, that one is extended instead. Either is a migration. */
export function addOrExtendIndex(model: PrismaModel, columns: readonly string[], attribute: string): Fix {
  const { title, edit } = indexAddition(model, columns, attribute);
  return prismaFix(title, 'review', model.section, edit);
}

/** The same as data. `columns`: what the index should hold, the tenant first. */
export function indexAddition(model: PrismaModel, columns: readonly string[], attribute: string): IndexAddition {
  const title = `\`${model.name.value}\``;
  const brief = `@@index([${columns.join(', ')}])`;
  const shorter = indexesOf(model).find((index) => isExtendable(index, columns));
  const last = shorter?.fields.at(-1);
  if (shorter === undefined || last === undefined)
    return { title: `Add \`${brief}\` to ${title}`, edit: insertBlockAttributeEdit(model, attribute) };
  const more = columns
    .slice(shorter.fields.length)
    .map((column) => `, ${column}`)
    .join('');
  const { end } = last.span;
  const names = shorter.fields.map(({ value }) => value).join(', ');
  const added = columns.slice(shorter.fields.length).map((column) => `\`${column}\``);
  return {
    title: `Extend \`@@index([${names}])\` of ${title} by ${added.join(', ')}`,
    edit: { span: { start: end, end }, newText: more },
  };
}

/** A plain B-tree index of the block whose columns the new one begins with. */
function isExtendable({ kind, fields, type, where }: ModelIndex, columns: readonly string[]): boolean {
  const isPlain = kind === 'index' && (type === undefined || type === 'BTree') && where === undefined;
  return (
    isPlain &&
    fields.length > 0 &&
    fields.length < columns.length &&
    fields.every(
      (field, index) =>
        field.value === columns[index] &&
        field.sort === undefined &&
        field.ops === undefined &&
        field.length === undefined,
    )
  );
}
