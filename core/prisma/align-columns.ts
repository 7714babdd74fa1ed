import { blockId } from '#core/prisma/block-name.ts';
import { type FieldBlock, groupsOf } from '#core/prisma/column-layout.ts';
import { cutPrisma } from '#core/prisma/cut-prisma.ts';
import { isFormatted, typeText, widthsOf } from '#core/prisma/formatted-group.ts';
import type { PrismaDocument, PrismaField, PrismaSection } from '#core/prisma/model.ts';
import { EditJournal } from '#core/text/edit-journal.ts';
import { applyEdits, type Edit, shiftSpan } from '#core/text/span.ts';

/**
 * Edits of a schema with what keeps its columns: fields that were set in columns as `prisma format` sets them still are, whatever
 * became of their names and types. Who does not align is left alone.
 */
export function alignColumns(document: PrismaDocument, edits: readonly Edit[]): readonly Edit[] {
  const changed = cutPrisma({ uri: document.uri, text: applyEdits(document.text, edits) }, document);
  const known = new Set(document.sections);
  const before = new Map(document.sections.flatMap(blocksOf).map((block) => [blockId(block), block]));
  const blanks = changed.sections.flatMap((section, index) => {
    if (known.has(section)) return [];
    const own = blocksOf(section).flatMap((block) => blockEdits(block, before.get(blockId(block))));
    return own.map(({ span, newText }) => ({ span: shiftSpan(span, changed.starts[index] ?? 0), newText }));
  });
  if (blanks.length === 0) return edits;
  const journal = new EditJournal();
  journal.record(edits);
  journal.record(blanks);
  return journal.editsOf(document.text, applyEdits(changed.text, blanks));
}

function blocksOf({ nodes }: PrismaSection) {
  return nodes.filter((node) => node.kind === 'prisma.model' || node.kind === 'prisma.type');
}

function blockEdits(block: FieldBlock, before: FieldBlock | undefined): readonly Edit[] {
  if (before === undefined) return [];
  const aligned = new Map(
    groupsOf(before).flatMap((group) => group.map((field) => [field.name.value, isFormatted(group)] as const)),
  );
  return groupsOf(block).flatMap((group) => {
    const known = group.flatMap(({ name }) => aligned.get(name.value) ?? []);
    return known.length > 0 && !known.includes(false) ? groupEdits(group) : [];
  });
}

/** One blank more than the widest name and type need. */
function groupEdits(group: readonly PrismaField[]): readonly Edit[] {
  const { nameWidth, typeWidth } = widthsOf(group);
  return group.flatMap((field) => {
    const { name, type, attributes } = field;
    const typeEnd = type.span.start + typeText(field).length;
    const first = attributes[0];
    return [
      ...gap(field, name.span.end, type.span.start, nameWidth - name.value.length + 1),
      ...(first === undefined
        ? []
        : gap(field, typeEnd, first.span.start, typeWidth - (typeEnd - type.span.start) + 1)),
    ];
  });
}

function gap({ section: { text } }: PrismaField, start: number, end: number, width: number): readonly Edit[] {
  const isBlank = /^ +$/.test(text.slice(start, end));
  return isBlank && end - start !== width ? [{ span: { start, end }, newText: ' '.repeat(width) }] : [];
}
