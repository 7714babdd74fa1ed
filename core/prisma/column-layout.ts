import type { PrismaField, PrismaModel } from '#core/prisma/model.ts';

/** The columns types and attributes stand in, counted from the start of the name; 0 where they stand in none. */
export interface ColumnLayout {
  readonly typeColumn: number;
  readonly attributeColumn: number;
}

/** A model, or a composite type. */
export type FieldBlock = Pick<PrismaModel, 'name' | 'fields' | 'section'>;

/** The columns of the fields that stand around `field` without a blank line between them, as `prisma format` sets them. */
export function columnLayout(model: FieldBlock, field: PrismaField | undefined): ColumnLayout {
  if (field === undefined) return { typeColumn: 0, attributeColumn: 0 };
  const group = groupAround(model, field);
  return {
    typeColumn: commonColumn(
      group.map(({ name, type }) => ({
        column: type.span.start - name.span.start,
        used: name.span.end - name.span.start,
      })),
    ),
    attributeColumn: commonColumn(group.flatMap(attributeColumn)),
  };
}

interface ColumnUse {
  readonly column: number;
  /** How wide the text before the column is. */
  readonly used: number;
}

/** The column more than half share; 0 without one, or when each merely keeps one blank from texts of the same width. */
function commonColumn(uses: readonly ColumnUse[]): number {
  const columns = uses.map(({ column }) => column).sort((a, b) => a - b);
  const middle = columns[columns.length >> 1];
  const shared = uses.filter(({ column }) => column === middle);
  if (middle === undefined || shared.length * 2 <= uses.length) return 0;
  return shared.some(({ column, used }) => column > used + 1) ? middle : 0;
}

function attributeColumn({ section: { text }, name, attributes: [first] }: PrismaField): readonly ColumnUse[] {
  if (first === undefined) return [];
  const column = first.span.start - name.span.start;
  const used = text.slice(name.span.start, first.span.start).trimEnd().length;
  return [{ column, used }];
}

/** The fields that stand around `field` without a blank line between them. */
export function groupAround({ fields, section: { text } }: FieldBlock, field: PrismaField): readonly PrismaField[] {
  const index = fields.indexOf(field);
  let start = index;
  while (!areParted(text, fields[start - 1], fields[start])) start--;
  let end = index;
  while (!areParted(text, fields[end], fields[end + 1])) end++;
  return fields.slice(start, end + 1);
}

/** All groups of a block, in order. */
export function groupsOf({ fields, section: { text } }: FieldBlock): readonly (readonly PrismaField[])[] {
  const groups: PrismaField[][] = [];
  for (const [index, field] of fields.entries()) {
    const group = groups.at(-1);
    if (group === undefined || areParted(text, fields[index - 1], field)) groups.push([field]);
    else group.push(field);
  }
  return groups;
}

function areParted(text: string, a: PrismaField | undefined, b: PrismaField | undefined): boolean {
  if (a === undefined || b === undefined) return true;
  return /(?:\r\n|\r(?!\n)|\n)[ \t]*(?:\r|\n)/.test(text.slice(a.span.end, b.span.start));
}
