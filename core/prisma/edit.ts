import { lineEnd, skipBlanks, skipLineBreak } from '#core/prisma/characters.ts';
import { type ColumnLayout, columnLayout } from '#core/prisma/column-layout.ts';
import { formattedGroup, wideningEdits } from '#core/prisma/formatted-group.ts';
import type { PrismaAttribute, PrismaField, PrismaModel, PrismaSection } from '#core/prisma/model.ts';
import { scanMember } from '#core/prisma/scan-comment.ts';
import type { Edit, Span } from '#core/text/span.ts';
import { largest } from '#core/work/largest.ts';

/** The parts of a field's line: `createdAt`, `DateTime`, `@default(now())`. */
export interface FieldLine {
  readonly name: string;
  readonly type: string;
  /** Empty when there are none. */
  readonly attributes?: string;
}

/** Inserts a field after the named one, else after the last; into an empty block as its first line. */
export function insertFieldEdit(model: PrismaModel, line: FieldLine, after?: string): Edit {
  const neighbour = model.fields.find(({ name }) => name.value === after) ?? model.fields.at(-1);
  const layout = columnLayout(model, neighbour);
  return insertLine(model, neighbour?.span, formatLine(line, layout));
}

/**
 * The same for several fields in a row. Where the fields around are set in columns as `prisma format` sets them, they still are:
 * the other lines are widened by as many blanks as the new ones need.
 */
export function insertFieldsEdits(
  model: PrismaModel,
  [first, ...rest]: readonly [FieldLine, ...FieldLine[]],
  after?: string,
): readonly [Edit, ...Edit[]] {
  const neighbour = model.fields.find(({ name }) => name.value === after) ?? model.fields.at(-1);
  const group = neighbour && formattedGroup(model, neighbour);
  const lines = [first, ...rest];
  if (group === undefined)
    return [insertFieldEdit(model, first, after), ...rest.map((line) => insertFieldEdit(model, line, after))];
  const name = largest(
    group.nameWidth,
    lines.map((line) => line.name.length),
  );
  const type = largest(
    group.typeWidth,
    lines.map((line) => line.type.length),
  );
  const layout = { typeColumn: name + 1, attributeColumn: name + type + 2 };
  const insert = (line: FieldLine): Edit => insertLine(model, neighbour?.span, formatLine(line, layout));
  return [insert(first), ...rest.map(insert), ...wideningEdits(group, { name, type })];
}

/**
 * Inserts a line such as `@@index([a, b])` after the last key or index, else before the other block attributes behind the
 * fields, such as `@@map`, else after the fields and a blank line.
 */
export function insertBlockAttributeEdit(model: PrismaModel, attribute: string): Edit {
  const lastField = model.fields.at(-1)?.span;
  const isKey = ({ name }: PrismaAttribute): boolean => /^(?:id|unique|index|fulltext)$/.test(name.value);
  const key = model.attributes.findLast(isKey);
  if (key !== undefined) return insertLine(model, key.span, attribute);
  const next = model.attributes.find(({ span }) => span.start > (lastField?.end ?? 0));
  if (next === undefined || !isOnOwnLine(model, next.span)) return insertLine(model, lastField, attribute, true);
  const { text } = model.section;
  const { start } = next.span;
  const lead = `${attribute}${lineBreakOf(text)}${text.slice(lineStart(text, start), start)}`;
  return { span: { start, end: start }, newText: lead };
}

/** Adds an attribute behind those the field has. */
export function addFieldAttributeEdit(field: PrismaField, attribute: string): Edit {
  return { span: { start: field.span.end, end: field.span.end }, newText: ` ${attribute}` };
}

/** Adds an attribute before those that speak of the column, `@map` and `@db.…`, where they end the line; else behind all. */
export function insertFieldAttributeEdit(field: PrismaField, attribute: string): Edit {
  const last = field.attributes.findLastIndex(({ name }) => name.value !== 'map' && !name.value.includes('.'));
  const next = field.attributes[last + 1];
  if (next === undefined) return addFieldAttributeEdit(field, attribute);
  return { span: { start: next.span.start, end: next.span.start }, newText: `${attribute} ` };
}

/** Removes an attribute of a field, and the blanks that set it off. */
export function removeFieldAttributeEdit(field: PrismaField, attribute: PrismaAttribute): Edit {
  const next = field.attributes[field.attributes.indexOf(attribute) + 1];
  if (next !== undefined) return { span: { start: attribute.span.start, end: next.span.start }, newText: '' };
  const before = field.section.text.slice(field.span.start, attribute.span.start).trimEnd();
  return { span: { start: field.span.start + before.length, end: attribute.span.end }, newText: '' };
}

/**
 * Removes a block attribute with its line and the comment on that line, which speaks of it; comments on other lines stay.
 * Takes the blank line above along when nothing is left that it parts from the fields.
 */
export function removeBlockAttributeEdit(attribute: PrismaAttribute, model: PrismaModel): Edit {
  const { text } = model.section;
  const start = lineStart(text, attribute.span.start);
  const end = skipLineBreak(text, lineAfter(model, attribute.span));
  if (!isOnOwnLine(model, attribute.span)) return { span: attribute.span, newText: '' };
  const above = lineStart(text, Math.max(0, text.endsWith('\r\n', start) ? start - 2 : start - 1));
  const hasBlankAbove = above >= model.body.start && text.slice(above, start).trim() === '' && above < start;
  const nextUnit = text.charAt(skipBlanks(text, end));
  const isLast = nextUnit === '}' || nextUnit === '\n' || nextUnit === '\r';
  return { span: { start: hasBlankAbove && isLast ? above : start, end }, newText: '' };
}

/** Replaces the type of a field, not its `[]` or `?`; attributes that stood in a column stay there as far as they can. */
export function replaceTypeEdit(field: PrismaField, newType: string): Edit {
  const { text } = field.section;
  const { start, end } = field.type.span;
  const first = field.attributes[0];
  const between = first === undefined ? '' : text.slice(end, first.span.start);
  const suffix = between.trimEnd();
  const gap = between.length - suffix.length;
  if (first === undefined || gap < 2) return { span: { start, end }, newText: newType };
  const width = Math.max(1, gap + (end - start) - newType.length);
  return { span: { start, end: first.span.start }, newText: newType + suffix + ' '.repeat(width) };
}

/** Inserts a line after the line of `after`, with the indentation found there; as the first of the body without it. */
function insertLine(model: PrismaModel, after: Span | undefined, line: string, isParted = false): Edit {
  const { text } = model.section;
  const lineBreak = lineBreakOf(text);
  if (after === undefined) {
    const { start } = model.body;
    const hasBreak = start > 0 && skipLineBreak(text, start - 1) === start;
    const indented = `${indentationOf(model)}${line}${lineBreak}`;
    return { span: { start, end: start }, newText: hasBreak ? indented : `${lineBreak}${indented}` };
  }
  const end = lineAfter(model, after);
  const blank = isParted ? lineBreak : '';
  return { span: { start: end, end }, newText: `${lineBreak}${blank}${indentationOf(model, after)}${line}` };
}

/** The end of a member's line behind its comment; right behind the member when something else follows on the line. */
function lineAfter(model: PrismaModel, { end }: Span): number {
  const { text, dialect } = model.section;
  const extent = scanMember(text, end, lastCommentEnd(model.section));
  const isAlone = text.slice(end, extent.contentEnd).trim() === '' && extent.end <= Math.max(end, model.body.end);
  return dialect === 'prisma7' || isAlone ? Math.min(extent.end, Math.max(end, model.span.end)) : end;
}

/** Looked for once: many edits may be made of one section. */
function lastCommentEnd(section: PrismaSection): number {
  const end = lastCommentEnds.get(section) ?? section.text.lastIndexOf('*/') + 2;
  lastCommentEnds.set(section, end);
  return end;
}

const lastCommentEnds = new WeakMap<PrismaSection, number>();

function isOnOwnLine({ section: { text } }: PrismaModel, { start, end }: Span): boolean {
  const before = text.slice(lineStart(text, start), start);
  const after = text.slice(end, lineEnd(text, end)).trim();
  return before.trim() === '' && (after === '' || after.startsWith('/'));
}

/** The indentation of a neighbour, or two blanks more than the block's. */
function indentationOf({ section: { text }, span }: PrismaModel, neighbour?: Span): string {
  const place = neighbour?.start ?? span.start;
  const start = lineStart(text, place);
  const indentation = text.slice(start, skipBlanks(text, start));
  const isFirst = start + indentation.length === place;
  return neighbour === undefined || !isFirst ? `${isFirst ? indentation : ''}  ` : indentation;
}

function lineStart(text: string, position: number): number {
  let start = position;
  while (start > 0 && text.charAt(start - 1) !== '\n' && text.charAt(start - 1) !== '\r') start--;
  return start;
}

function lineBreakOf(text: string): string {
  return /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
}

function formatLine({ name, type, attributes = '' }: FieldLine, { typeColumn, attributeColumn }: ColumnLayout): string {
  const typed = `${name.padEnd(typeColumn - 1)} ${type}`;
  return attributes === '' ? typed : `${typed.padEnd(attributeColumn - 1)} ${attributes}`;
}
