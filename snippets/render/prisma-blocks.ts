import type { FieldLine } from '#core/prisma/edit.ts';
import { largest } from '#core/work/largest.ts';
import { keyColumn } from '#snippets/prisma/usual-columns.ts';
import type { Column, Members, ModelBlock, PrismaBlock } from '#snippets/prisma-pattern.ts';
import { blockAttribute, fieldLine, keyOf, type PrismaTarget } from '#snippets/render/prisma-fields.ts';

/** How wide a text is shown; placeholders count as what they will be replaced by. */
export type WidthOf = (text: string) => number;

/** A block as lines, indented by `indentation`; undefined for an enum the database has not. */
export function renderBlock(
  block: PrismaBlock,
  target: PrismaTarget,
  indentation: string,
  widthOf: WidthOf,
): readonly string[] | undefined {
  const documentation = block.documentation === undefined ? [] : [`/// ${block.documentation}`];
  if (block.kind === 'enum') {
    if (target.provider === 'sqlserver') return undefined;
    return [...documentation, `enum ${block.name} {`, ...block.values.map((value) => indentation + value), '}'];
  }
  const own = target.key === undefined ? target : { ...target, key: keyOf(target.key, block.name) };
  const members = renderMembers(writtenMembers(block, target), own, widthOf);
  const isParted = members.includes('');
  const table = block.table === undefined ? [] : [...(isParted ? [] : ['']), `@@map("${block.table}")`];
  const body = [...members, ...table].map((line) => (line === '' ? '' : indentation + line));
  return [...documentation, `model ${block.name} {`, ...body, '}'];
}

/** Fields in columns, then a blank line and the block attributes. */
export function renderMembers(
  { columns, attributes = [] }: Members,
  target: PrismaTarget,
  widthOf: WidthOf,
): readonly string[] {
  const lines = columns.map((column) => ({ column, line: fieldLine(column, target) }));
  const nameWidth = largest(
    0,
    lines.map(({ line }) => widthOf(line.name)),
  );
  const typeWidth = largest(
    0,
    lines.map(({ line }) => widthOf(line.type)),
  );
  const fields = lines.flatMap(({ column, line }) => [
    ...commentLines(column),
    renderField(line, nameWidth, typeWidth, widthOf),
  ]);
  const rest = attributes.map(blockAttribute);
  return rest.length === 0 ? fields : [...fields, '', ...rest];
}

/** The comment above a column. */
export function commentLines({ documentation }: Column): readonly string[] {
  return documentation === undefined ? [] : [`/// ${documentation}`];
}

/** MongoDB has no composite key: it becomes a unique one beside an id. */
function writtenMembers({ columns, attributes = [], key }: ModelBlock, { provider }: PrismaTarget): Members {
  if (key === undefined) return { columns, attributes };
  if (provider === 'mongodb') {
    return { columns: [keyColumn, ...columns], attributes: [{ name: 'unique', fields: key }, ...attributes] };
  }
  return { columns, attributes: [{ name: 'id', fields: key }, ...attributes] };
}

function renderField(line: FieldLine, nameWidth: number, typeWidth: number, widthOf: WidthOf): string {
  const { name, type, attributes = '' } = line;
  const named = `${name}${' '.repeat(nameWidth - widthOf(name) + 1)}${type}`;
  return attributes === '' ? named : `${named}${' '.repeat(typeWidth - widthOf(type) + 1)}${attributes}`;
}
