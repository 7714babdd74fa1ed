import type { Edit } from '#core/text/span.ts';
import type { TreeNode } from '#core/tree/tree.ts';
import type { Addition } from '#core/tree/write/addition.ts';
import {
  areApart,
  type BlockPart,
  blankLinesEnd,
  isCompact,
  keepsLineBreaks,
  partEnd,
  partStart,
} from '#core/tree/write/block-extent.ts';
import { isFlow } from '#core/tree/write/locate-slot.ts';
import type { BlockText } from '#core/tree/write/render-yaml.ts';
import { isBlankLine, lineEnd, lineStart, nextLineStart, previousLineEnd } from '#core/tree/write/text-lines.ts';

/** Writes lines after a part of a block collection, before comments that close the block. */
export function insertAfterPart(
  text: string,
  parts: readonly BlockPart[],
  part: BlockPart,
  addition: Addition,
  lineBreak: string,
): Edit {
  const end = partEnd(text, part);
  const lead = areApart(text, parts) && !keepsLineBreaks(text, part) ? lineBreak + lineBreak : lineBreak;
  return { span: { start: end, end }, newText: lead + linesLike(text, part, addition).join(lineBreak) };
}

/** Writes lines before a part of a block collection, above the comments that belong to the part. */
export function insertBeforePart(
  text: string,
  parts: readonly BlockPart[],
  part: BlockPart,
  addition: Addition,
  lineBreak: string,
): Edit {
  const lines = linesLike(text, part, addition).join(lineBreak);
  const tail = areApart(text, parts) ? lineBreak + lineBreak : lineBreak;
  if (isCompact(text, part)) {
    const at = { start: part.start, end: part.start };
    return { span: at, newText: lines.slice(part.column) + lineBreak + ' '.repeat(part.column) };
  }
  const start = ownStart(text, part);
  return { span: { start, end: start }, newText: lines + tail };
}

/** Removes a part that has neighbours, with the comments directly above it and those behind and below it. */
export function removePart(text: string, parts: readonly BlockPart[], part: BlockPart): Edit {
  if (isCompact(text, part)) return { span: { start: part.start, end: nextContent(text, part) }, newText: '' };
  const start = ownStart(text, part);
  const end = removedEnd(text, start, parts, part);
  const isLast = parts.at(-1) === part;
  return { span: { start, end: isLast && end === text.length ? end : nextLineStart(text, end) }, newText: '' };
}

/** Like `removePart`, but gives up the line break before the part instead of the one behind it. */
export function cutPart(text: string, parts: readonly BlockPart[], part: BlockPart): Edit {
  const start = ownStart(text, part);
  const end = removedEnd(text, start, parts, part);
  const before = previousLineEnd(text, start);
  return before === undefined
    ? { span: { start, end: nextLineStart(text, end) }, newText: '' }
    : { span: { start: before, end }, newText: '' };
}

/** The lines of a part with its comments, the key or dash at column 0. */
export function partLines(text: string, part: BlockPart): readonly string[] {
  const start = isCompact(text, part) ? part.start : ownStart(text, part);
  return text
    .slice(start, partEnd(text, part))
    .split(/\r?\n/)
    .map((line, index) => (index === 0 && start === part.start ? line : dedent(line, part.column)));
}

/** Where a value stands in block style. */
export interface BlockSlot {
  /** After the colon or the dash; the start of the value at the root. */
  readonly markerEnd: number;
  readonly node: TreeNode;
  readonly value: { readonly start: number; readonly end: number };
  readonly isRoot: boolean;
}

/** Writes another value into a slot; a comment on the line of the marker or behind a scalar stays. */
export function replaceBlockValue(text: string, slot: BlockSlot, next: BlockText, lineBreak: string): readonly Edit[] {
  const { markerEnd, node, value } = slot;
  const isBlock = node.kind !== 'scalar' && !isFlow(text, node) && value.start === node.span.start;
  const oldEnd = isBlock ? lineEnd(text, value.end) : value.end;
  const head = next.head === '' || slot.isRoot ? next.head : ` ${next.head}`;
  const body = next.body.map((line) => lineBreak + line).join('');
  if (text.slice(markerEnd, value.start).includes('\n')) {
    return replaceBelow(text, { markerEnd, start: value.start, end: oldEnd }, head, body);
  }
  const bodyAt = lineEnd(text, oldEnd);
  const isPlainEnd = bodyAt === oldEnd || body === '';
  return isPlainEnd
    ? [{ span: { start: markerEnd, end: oldEnd }, newText: head + body }]
    : [
        { span: { start: markerEnd, end: oldEnd }, newText: head },
        { span: { start: bodyAt, end: bodyAt }, newText: body },
      ];
}

/** The old value begins on a line below its marker. */
function replaceBelow(
  text: string,
  old: { readonly markerEnd: number; readonly start: number; readonly end: number },
  head: string,
  body: string,
): readonly Edit[] {
  const markerLineEnd = lineEnd(text, old.markerEnd);
  // A comment line between marker and value would become text of a block scalar.
  const isBlockScalar = head !== '' && body !== '';
  const start = isBlockScalar ? markerLineEnd : (previousLineEnd(text, old.start) ?? markerLineEnd);
  const below = { span: { start, end: old.end }, newText: body };
  return head === '' ? [below] : [{ span: { start: old.markerEnd, end: old.markerEnd }, newText: head }, below];
}

function linesLike(text: string, part: BlockPart, addition: Addition): readonly string[] {
  const isOnLine = part.value.start > part.markerEnd && lineEnd(text, part.start) >= part.value.start;
  return addition.block(part.column, isOnLine ? part.value.start - part.start : 2);
}

/** Comments that begin the text speak of the whole file, not of its first entry. */
function ownStart(text: string, part: BlockPart): number {
  const start = partStart(text, part);
  return previousLineEnd(text, start) === undefined ? lineStart(text, part.start) : start;
}

/** Takes one of the two blank lines that would meet, and all that would become content of the part above. */
function removedEnd(text: string, start: number, parts: readonly BlockPart[], part: BlockPart): number {
  const end = partEnd(text, part);
  const previous = parts[parts.indexOf(part) - 1];
  if (previous !== undefined && keepsLineBreaks(text, previous)) return blankLinesEnd(text, end);
  const before = previousLineEnd(text, start);
  const after = nextLineStart(text, end);
  return before !== undefined && isBlankLine(text, before) && isBlankLine(text, after) ? lineEnd(text, after) : end;
}

/** The first comment, key or dash below a part. */
function nextContent(text: string, part: BlockPart): number {
  let line = nextLineStart(text, partEnd(text, part));
  while (isBlankLine(text, line)) line = nextLineStart(text, line);
  while (text[line] === ' ') line += 1;
  return line;
}

function dedent(line: string, column: number): string {
  return line.slice(Math.min(column, /^ */.exec(line)?.[0].length ?? 0));
}
