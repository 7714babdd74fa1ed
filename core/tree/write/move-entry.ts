import type { Edit } from '#core/text/span.ts';
import { type PlainValue, toPlainValue } from '#core/tree/tree.ts';
import { type Addition, entryAddition, nestAddition } from '#core/tree/write/addition.ts';
import { type BlockPart, isCompact, keepsLineBreaks } from '#core/tree/write/block-extent.ts';
import { cutPart, partLines } from '#core/tree/write/edit-block.ts';
import { locateSlot, type Route, type Slot } from '#core/tree/write/locate-slot.ts';
import { removeSlot } from '#core/tree/write/remove-slot.ts';
import { keyTextLike, renameKey } from '#core/tree/write/rename-key.ts';
import { replaceValue } from '#core/tree/write/replace-value.ts';
import { indentationOf } from '#core/tree/write/text-lines.ts';
import { writeAddition } from '#core/tree/write/write-addition.ts';
import { blockPartsAround, keyQuoteOf, type Writer } from '#core/tree/write/writer.ts';

type EntrySlot = Extract<Slot, { kind: 'entry' }>;

/** Moves an entry with its comments to the end of another map; within its own map it is only renamed. */
export function moveEntry(writer: Writer, route: Route, to: readonly string[]): readonly Edit[] | undefined {
  const { last } = route;
  const name = to.at(-1);
  if (last.kind !== 'entry' || route.missing.length > 0 || name === undefined) return undefined;
  if (last.container.entries.filter(({ key }) => key.value === last.entry.key.value).length > 1) return undefined;
  const target = locateSlot(writer.text, writer.tree, to);
  if (target === undefined || target.slots.some(({ node }) => node === last.node)) {
    return target?.last.node === last.node && target.missing.length === 0 ? [] : undefined;
  }
  if (target.missing.length === 0 || target.isMerged || target.last.node.kind === 'list') return undefined;
  const isOwnMap = target.last.node === last.container;
  if (isOwnMap && target.missing.length === 1) return renameKey(writer, route, name);
  if (isOwnMap && last.container.entries.length === 1) return wrapValue(writer, route, target, last);
  return moveBetween(writer, route, target, last);
}

function moveBetween(writer: Writer, route: Route, target: Route, last: EntrySlot): readonly Edit[] | undefined {
  const [outer = '', ...rest] = target.missing;
  const parts = blockPartsAround(writer, last);
  const part = parts?.[last.index];
  const keyQuote = keyQuoteOf(writer, target.last.node, outer);
  const moved = movedAddition(writer, last, part, rest.at(-1) ?? outer);
  const addition = nestAddition(target.missing.slice(0, -1), moved, writer.style, keyQuote);
  const inserted = writeAddition(writer, target, addition, undefined);
  const removed = removalEdits(writer, route, last, parts);
  if (inserted === undefined || removed === undefined) return undefined;
  const keeps = part !== undefined && keepsLineBreaks(writer.text, part);
  const apart = keeps ? removed.map((removal) => withBlanksBefore(writer.text, removal, inserted)) : removed;
  return joinEdits(inserted, apart, writer.style.lineBreak);
}

/** Blank lines between what is written and what goes would become content of a block scalar that keeps its line breaks (`|+`). */
function withBlanksBefore(text: string, removal: Edit, inserted: readonly Edit[]): Edit {
  const before = inserted.findLast(({ span }) => span.end < removal.span.start);
  if (before === undefined || text.slice(before.span.end, removal.span.start).trim() !== '') return removal;
  return { ...removal, span: { start: before.span.end, end: removal.span.end } };
}

/** The only entry of a map goes into a new map in its place. */
function wrapValue(writer: Writer, route: Route, target: Route, last: EntrySlot): readonly Edit[] | undefined {
  const value = target.missing.reduceRight<PlainValue>((inner, key) => ({ [key]: inner }), toPlainValue(last.node));
  return replaceValue(writer, { ...route, ...target, missing: [] }, value);
}

function removalEdits(
  writer: Writer,
  route: Route,
  last: EntrySlot,
  parts: readonly BlockPart[] | undefined,
): readonly Edit[] | undefined {
  const part = parts?.[last.index];
  if (parts === undefined || part === undefined || parts.length === 1 || isCompact(writer.text, part)) {
    return removeSlot(writer, route);
  }
  return [cutPart(writer.text, parts, part)];
}

/** The entry as it stands in the text, indented for its new place; as a plain value where the styles differ. */
function movedAddition(writer: Writer, last: EntrySlot, part: BlockPart | undefined, name: string): Addition {
  const plain = entryAddition(name, toPlainValue(last.node), writer.style);
  const source = writer.text.slice(last.span.start, last.span.end);
  const oldIndentation = indentationOf(writer.text, last.entry.key.span.start);
  return {
    kind: 'entry',
    block: (column) => (part === undefined ? plain.block(column) : movedLines(writer, last, part, name, column)),
    flow: plain.flow,
    json: ({ indentation }) =>
      writer.language === 'json'
        ? `${JSON.stringify(name)}${writer.style.colon}${reindent(source, oldIndentation, indentation)}`
        : plain.json({ isInline: true, indentation }),
  };
}

function movedLines(writer: Writer, last: EntrySlot, part: BlockPart, name: string, column: number): readonly string[] {
  const { entry } = last;
  const keyText = writer.text.slice(entry.key.span.start, entry.key.span.end);
  const newKey = entry.key.value === name ? keyText : keyTextLike(writer, entry, name, 'key');
  const lines = partLines(writer.text, part);
  const keyLine = lines.findIndex((line) => !line.startsWith('#'));
  return lines.map((line, index) => {
    const own = index === keyLine ? newKey + line.slice(keyText.length) : line;
    return own === '' ? '' : ' '.repeat(column) + own;
  });
}

function reindent(source: string, from: string, to: string): string {
  return source.replace(/\n([ \t]*)/g, (all, indentation: string) =>
    indentation.startsWith(from) ? `\n${to}${indentation.slice(from.length)}` : all,
  );
}

/** Joins what is written with what goes; an insertion inside a removed stretch takes its place. */
function joinEdits(inserted: readonly Edit[], removed: readonly Edit[], lineBreak: string): readonly Edit[] {
  const joined = removed.map((removal) => {
    const inside = inserted.filter(({ span }) => removal.span.start < span.start && span.start < removal.span.end);
    if (inside.length === 0) return removal;
    const added = inside.map(({ newText }) => newText).join('');
    // At the top of a text there is no line before that could end with the line break an insertion begins with.
    return removal.span.start === 0
      ? { ...removal, newText: added.replace(/^\r?\n/, '') + lineBreak }
      : { ...removal, newText: removal.newText + added };
  });
  const outside = inserted.filter(
    ({ span }) => !removed.some((removal) => removal.span.start < span.start && span.start < removal.span.end),
  );
  return [...outside, ...joined];
}
