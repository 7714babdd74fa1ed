import { insertBlockAttributeEdit } from '#core/prisma/edit.ts';
import { indexesOf, type ModelIndex } from '#core/prisma/indexes.ts';
import type { PrismaModel } from '#core/prisma/model.ts';
import type { Edit } from '#core/text/span.ts';
import { indexText } from '#rules/detectors/prisma/index-name.ts';

/** An index as an edit, and what it comes to. */
export interface AddedIndex {
  /** In the imperative: `Add @@index([a])`. */
  readonly title: string;
  readonly edit: Edit;
}

/** Indexes these columns: a shorter index over some of them, which would be left without use, gets the others too. */
export function addIndex(model: PrismaModel, columns: readonly string[], siblings: readonly PrismaModel[]): AddedIndex {
  const shorter = indexesOf(model).find((index) => isPartOf(index, columns));
  if (shorter === undefined) {
    const attribute = indexText('index', model, columns, siblings);
    return { title: `Add \`${briefText(columns)}\``, edit: insertBlockAttributeEdit(model, attribute) };
  }
  const own = shorter.fields.map(({ value }) => value);
  const all = [...own, ...columns.filter((column) => !own.includes(column))];
  return {
    title: `Lengthen \`${briefText(own)}\` to \`${briefText(all)}\``,
    edit: { span: shorter.attribute.span, newText: briefText(all) },
  };
}

/** True for an index with nothing but a list of some of the columns. */
function isPartOf({ kind, fields, attribute }: ModelIndex, columns: readonly string[]): boolean {
  const isPlain = attribute.args.length === 1 && fields.every(({ sort, length, ops }) => !sort && !length && !ops);
  return kind === 'index' && isPlain && fields.length > 0 && fields.every(({ value }) => columns.includes(value));
}

function briefText(columns: readonly string[]): string {
  return `@@index([${columns.join(', ')}])`;
}
