import type { Edit, Span } from '#core/text/span.ts';
import { type Addition, renderFlowAround, renderJsonAround } from '#core/tree/write/addition.ts';
import { commaAfter, endOfLineComment, type FlowCollection } from '#core/tree/write/flow-extent.ts';
import { inlineSeparator } from '#core/tree/write/render-json.ts';
import type { TreeStyle } from '#core/tree/write/style.ts';
import { indentationOf, isFirstOnLine, lineStart } from '#core/tree/write/text-lines.ts';

/** Whether the collection is written as JSON is: always in JSON files, in YAML where its keys have double quotes. */
export interface FlowNotation {
  readonly isJson: boolean;
  readonly style: TreeStyle;
}

/** Writes a part before `index` of a collection that has parts; an index beyond the last writes it at the end. */
export function insertFlowPart(
  text: string,
  collection: FlowCollection,
  index: number,
  addition: Addition,
  notation: FlowNotation,
): readonly Edit[] {
  const { isMultiLine, indentation } = collection;
  const added = notation.isJson ? addition.json({ isInline: !isMultiLine, indentation }) : addition.flow();
  const next = collection.parts[index];
  if (next === undefined) return appendFlowPart(text, collection, added, notation.style);
  const separator = isFirstOnLine(text, next.start)
    ? `,${notation.style.lineBreak}${indentationOf(text, next.start)}`
    : separatorOf(text, collection, notation);
  return [{ span: { start: next.start, end: next.start }, newText: added + separator }];
}

/** Writes the first part of an empty collection. */
export function fillFlowCollection(
  text: string,
  span: Span,
  addition: Addition,
  notation: FlowNotation,
): readonly Edit[] {
  return [{ span, newText: renderAround(text, span, addition, notation) }];
}

/** Removes a part with its comma; the only one leaves an empty collection. */
export function removeFlowPart(text: string, collection: FlowCollection, index: number): readonly Edit[] {
  const { parts, open, close, trailingComma } = collection;
  const part = parts[index];
  const previous = parts[index - 1];
  const next = parts[index + 1];
  if (part === undefined) return [];
  if (next !== undefined) return [{ span: { start: part.start, end: next.start }, newText: '' }];
  if (previous === undefined) return [{ span: { start: open + 1, end: close }, newText: '' }];
  const comma = commaAfter(text, previous.end, part.start);
  if (comma === undefined) return [];
  const start = endOfLineComment(text, comma.end);
  const end = endOfLineComment(text, trailingComma?.end ?? part.end);
  const rest = { span: { start, end: Math.min(end, close) }, newText: '' };
  return trailingComma === undefined ? [{ span: comma, newText: '' }, rest] : [rest];
}

function appendFlowPart(text: string, collection: FlowCollection, added: string, style: TreeStyle): readonly Edit[] {
  const { parts, isMultiLine, indentation, trailingComma } = collection;
  const lastEnd = parts.at(-1)?.end ?? collection.open + 1;
  const separator = isMultiLine
    ? style.lineBreak + indentation
    : separatorOf(text, collection, { isJson: true, style }).slice(1);
  if (trailingComma !== undefined) {
    const at = isMultiLine ? Math.min(endOfLineComment(text, trailingComma.end), collection.close) : trailingComma.end;
    return [{ span: { start: at, end: at }, newText: `${separator}${added},` }];
  }
  const at = isMultiLine ? Math.min(endOfLineComment(text, lastEnd), collection.close) : lastEnd;
  if (at === lastEnd) return [{ span: { start: at, end: at }, newText: `,${separator}${added}` }];
  return [
    { span: { start: lastEnd, end: lastEnd }, newText: ',' },
    { span: { start: at, end: at }, newText: separator + added },
  ];
}

/** The comma and white space between the parts of a one-line collection. */
function separatorOf(text: string, { parts }: FlowCollection, { style }: FlowNotation): string {
  const [first, second] = parts;
  const between = first === undefined || second === undefined ? undefined : text.slice(first.end, second.start);
  return between !== undefined && /^,[ \t]*$/.test(between) ? between : inlineSeparator(style);
}

/** Empty brackets open up over several lines where they stand on a line of their own in a JSON text that has lines. */
function renderAround(text: string, span: Span, addition: Addition, { isJson, style }: FlowNotation): string {
  if (!isJson) return renderFlowAround(addition, style);
  const isInline = style.isMinified || !opensLine(text, span.start);
  return renderJsonAround(addition, { isInline, indentation: indentationOf(text, span.start) }, style);
}

/** True at the start of a text, and when only an indented key or nothing stands before the offset on its line. */
export function opensLine(text: string, offset: number): boolean {
  const line = text.slice(lineStart(text, offset), offset);
  return /^\s*(?:"(?:[^"\\]|\\.)*"\s*:\s*)?$/.test(line);
}
