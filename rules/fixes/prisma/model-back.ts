import { attributeOf } from '#core/prisma/attribute.ts';
import { blockId } from '#core/prisma/block-name.ts';
import { addFieldAttributeEdit } from '#core/prisma/edit.ts';
import type { PrismaDatasource, PrismaField, PrismaModel, PrismaSection } from '#core/prisma/model.ts';
import { modelOf } from '#core/prisma/named-block.ts';
import type { BaseScope, Change, Fix } from '#core/rule.ts';
import type { Span } from '#core/text/span.ts';
import { unnoted } from '#core/work/note-read.ts';
import { columnsOf, type ModelColumns } from '#rules/detectors/prisma/model-columns.ts';

/**
 * Writes a model that is gone where it stood, so that the client no longer knows it and the table stays for a release. What leads to other
 * models that no longer lead back is left out. Enums that only it had come with it.
 */
export function modelBack(former: PrismaModel, datasource: PrismaDatasource, scope: BaseScope): readonly Fix[] {
  const columns = unnoted(() => columnsOf(former, scope.base));
  const enums = columns && missingEnums(columns, scope);
  if (columns === undefined || enums === undefined || former.section.dialect === 'prisma8') return [];
  const { section, end } = placeOf(former, datasource, scope);
  const lineBreak = section.text.includes('\r\n') ? '\r\n' : '\n';
  const back = columns.relations.flatMap((field) => leadingBack(field, former, scope));
  const gone = columns.relations.filter((field) => leadingBack(field, former, scope).length === 0);
  const blocks = [...enums, ignoredText(former, gone)].map((text) => text.split(/\r\n|\r|\n/).join(lineBreak));
  const newText = blocks.map((text) => `${lineBreak}${lineBreak}${text}`).join('');
  const more = gone.length > 0 ? ', without relations' : '';
  const title = `Keep \`${former.name.value}\` for a release with \`@@ignore\`${more}`;
  // Prisma wants what leads to an ignored model to be ignored.
  const ignored = back.filter((field) => attributeOf(field, 'ignore') === undefined);
  const others = [...new Set(ignored)].map((field): Change => {
    return { kind: 'text', section: field.section, edits: [addFieldAttributeEdit(field, '@ignore')] };
  });
  const block: Change = { kind: 'text', section, edits: [{ span: { start: end, end }, newText }] };
  return [{ title, safety: 'review', changes: [block, ...others] }];
}

/** The fields of the other model that are the other end of a relation. */
function leadingBack(field: PrismaField, former: PrismaModel, scope: BaseScope): readonly PrismaField[] {
  return modelOf(field, scope)?.fields.filter(({ type }) => type.value === former.name.value) ?? [];
}

/** Behind the nearest model that stood before it and is there still. */
function placeOf(
  former: PrismaModel,
  datasource: PrismaDatasource,
  scope: BaseScope,
): { section: PrismaSection; end: number } {
  const all = scope.base.roots('prisma.model');
  const above = all.slice(0, all.indexOf(former)).filter(({ section }) => section.uri === former.section.uri);
  const kept = above.map((model) => scope.find('prisma.model', blockId(model)));
  const { section, span } = kept.findLast((model) => model !== undefined) ?? datasource;
  return { section, end: span.end };
}

/** The texts of the enums of its columns that are gone; undefined where another type is. */
function missingEnums({ columns }: ModelColumns, scope: BaseScope): readonly string[] | undefined {
  const texts = new Map<string, string>();
  for (const { value } of columns.map(({ type }) => type)) {
    const former = unnoted(() => scope.base.find('prisma.enum', value));
    if (former === undefined) {
      const isOther = unnoted(() => scope.base.find('prisma.type', value)) !== undefined;
      if (isOther && scope.find('prisma.type', value) === undefined) return undefined;
    } else if (scope.find('prisma.enum', value) === undefined)
      texts.set(value, former.section.text.slice(0, former.span.end).trimStart());
  }
  return [...texts.values()];
}

function ignoredText({ section, span, attributes, fields }: PrismaModel, relations: readonly PrismaField[]): string {
  const { text } = section;
  const gone = relations.map((field) => linesOf(field, text));
  const kept: string[] = [];
  let start = 0;
  for (const line of text.slice(0, span.end).split('\n')) {
    const isGone = gone.some((part) => start >= part.start && start < part.end);
    // One blank line is enough where the lines between two are gone.
    if (!isGone && !(line.trim() === '' && kept.at(-1)?.trim() === '')) kept.push(line);
    start += line.length + 1;
  }
  const closing = kept.pop() ?? '}';
  while (kept.at(-1)?.trim() === '') kept.pop();
  const first = fields[0]?.span.start ?? 0;
  const indent = /[ \t]*$/.exec(text.slice(0, first))?.[0] || '  ';
  return [...kept, ...(attributes.length > 0 ? [] : ['']), `${indent}@@ignore`, closing].join('\n').trimStart();
}

/** The lines of a field with the comments above it. */
function linesOf({ span }: PrismaField, text: string): Span {
  let start = text.lastIndexOf('\n', span.start - 1) + 1;
  for (;;) {
    const above = text.lastIndexOf('\n', start - 2) + 1;
    if (start === 0 || !text.slice(above, start).trimStart().startsWith('//')) break;
    start = above;
  }
  const end = text.indexOf('\n', span.end);
  return { start, end: end < 0 ? text.length : end + 1 };
}
