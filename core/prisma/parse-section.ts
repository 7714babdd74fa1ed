import { lineEnd, skipLineBreak } from '#core/prisma/characters.ts';
import { checkName } from '#core/prisma/check-name.ts';
import { Cursor } from '#core/prisma/cursor.ts';
import { type BlockExtent, findBlock } from '#core/prisma/find-block.ts';
import type {
  PrismaDialect,
  PrismaNamespace,
  PrismaNode,
  PrismaSection,
  PrismaTypesBlock,
} from '#core/prisma/model.ts';
import { parseEnum } from '#core/prisma/parse-enum.ts';
import { type BlockView, parseCompositeType, parseModel } from '#core/prisma/parse-model.ts';
import { parseNamedTypes } from '#core/prisma/parse-named-types.ts';
import { parseDatasource, parseGenerator } from '#core/prisma/parse-settings.ts';
import { strayMember } from '#core/prisma/problem.ts';
import { readComments } from '#core/prisma/read-comments.ts';
import { blockKeywords, isBlockKeyword } from '#core/prisma/read-header.ts';
import { quoted } from '#core/text/quoted.ts';
import { sectionMark } from '#core/text/section.ts';
import type { Span } from '#core/text/span.ts';
import { findMergeMarker } from '#core/tree/read/merge-markers.ts';
import type { SyntaxCode } from '#core/work/engine-codes.ts';
import { failureProblem } from '#core/work/failure.ts';

/** What makes a section, besides the place of its block. */
type SectionText = Pick<PrismaSection, 'id' | 'uri' | 'dialect' | 'text'>;

/** Reads one section; `extent` is the place of its block within `text`, undefined after the last block of a file. Never throws. */
export function parseSection(parts: SectionText, extent: BlockExtent | undefined): PrismaSection {
  try {
    return readSection(parts, extent);
  } catch (error) {
    return {
      [sectionMark]: true,
      kind: 'prisma',
      ...parts,
      namespace: undefined,
      types: undefined,
      nodes: [],
      problems: [failureProblem(error)],
    };
  }
}

function readSection({ id, uri, dialect, text }: SectionText, extent: BlockExtent | undefined): PrismaSection {
  const cursor = new Cursor(text, dialect);
  const nodes: PrismaNode[] = [];
  const section = {
    [sectionMark]: true,
    kind: 'prisma',
    id,
    uri,
    dialect,
    text,
    namespace: namespaceOf(dialect, extent),
    types: typesBlockOf(dialect, extent),
    nodes,
    problems: cursor.problems,
  } as const;
  if (extent === undefined) readLeading(cursor, text.length);
  else parseBlock(cursor, section, nodes, extent);
  const marker = cursor.problems.length === 0 ? undefined : findMergeMarker(text);
  if (marker !== undefined) cursor.problems.splice(0, cursor.problems.length, marker);
  return section;
}

function namespaceOf(dialect: PrismaDialect, extent: BlockExtent | undefined): PrismaNamespace | undefined {
  if (extent === undefined || dialect !== 'prisma8' || extent.header.keyword.value !== 'namespace') return undefined;
  const { keyword, name } = extent.header;
  return name && { name, span: { start: keyword.span.start, end: extent.closeEnd } };
}

/** `types` has no name, and stands in no namespace. */
function typesBlockOf(dialect: PrismaDialect, extent: BlockExtent | undefined): PrismaTypesBlock | undefined {
  if (extent === undefined || dialect !== 'prisma8') return undefined;
  const { keyword, name } = extent.header;
  if (keyword.value !== 'types' || name !== undefined) return undefined;
  return { keyword: keyword.span, span: { start: keyword.span.start, end: extent.closeEnd } };
}

/** Reads what stands before a block, then the block. */
function parseBlock(cursor: Cursor, section: PrismaSection, nodes: PrismaNode[], extent: BlockExtent): void {
  const documentation = readLeading(cursor, extent.header.keyword.span.start);
  reportExtent(cursor, extent);
  const { keyword, name } = extent.header;
  if (cursor.dialect === 'prisma8' && keyword.value === 'namespace') parseNamespace(cursor, section, nodes, extent);
  if (section.types !== undefined) for (const type of parseNamedTypes(cursor, section, extent.body)) nodes.push(type);
  if (name === undefined) return;
  const span = { start: keyword.span.start, end: extent.closeEnd };
  const view = { section, span, anchor: name.span, documentation, name, body: extent.body };
  if (!isBlockKeyword(keyword.value)) {
    const isExtension = cursor.dialect === 'prisma8' && keyword.value !== 'namespace';
    if (isExtension) nodes.push({ kind: 'prisma.extension-block', ...view, keyword: keyword.value });
    return;
  }
  if (keyword.value !== 'datasource' && keyword.value !== 'generator') checkName(cursor, name, 'Name');
  for (const node of parseBody(cursor, view, keyword.value)) nodes.push(node);
}

function parseBody(cursor: Cursor, view: BlockView, keyword: (typeof blockKeywords)[number]): readonly PrismaNode[] {
  switch (keyword) {
    case 'model':
    case 'view':
      return parseModel(cursor, view, keyword === 'view');
    case 'type':
      return parseCompositeType(cursor, view);
    case 'enum':
      return [parseEnum(cursor, view)];
    case 'datasource':
      return [parseDatasource(cursor, view)];
    case 'generator':
      return [parseGenerator(cursor, view)];
    default:
      return keyword satisfies never;
  }
}

/** Prisma 8: the blocks of a namespace count as blocks of the schema. */
function parseNamespace(cursor: Cursor, section: PrismaSection, nodes: PrismaNode[], { body }: BlockExtent): void {
  const { dialect, lastCommentEnd } = cursor;
  const text = cursor.text.slice(0, body.end);
  cursor.position = body.start;
  for (;;) {
    const extent = findBlock({ text, dialect, lastCommentEnd }, cursor.position);
    if (extent === undefined) break;
    const isNested = extent.header.keyword.value === 'namespace';
    if (!isNested) parseBlock(cursor, section, nodes, extent);
    cursor.position = extent.end;
  }
  readLeading(cursor, body.end);
}

/** Reads comments and stray lines up to `end`; the result is what the comments right before it document. */
function readLeading(cursor: Cursor, end: number): string {
  let isStray = false;
  for (;;) {
    cursor.limit = end;
    const { documentation, isDetached } = readComments(cursor);
    if (cursor.position >= end) return isDetached ? '' : documentation;
    // The lines that follow the first one follow from it.
    isStray = reportStrayLine(cursor, isStray) || isStray;
    cursor.position = Math.min(end, skipLineBreak(cursor.text, lineEnd(cursor.text, cursor.position)));
  }
}

/** True for a line that belongs to no block; `isKnown` when one before it was told of. */
function reportStrayLine(cursor: Cursor, isKnown: boolean): boolean {
  const end = Math.min(lineEnd(cursor.text, cursor.position), cursor.limit);
  const line = cursor.text.slice(cursor.position, end).trimEnd();
  const span = { start: cursor.position, end: cursor.position + line.length };
  if (/^type\b.*=/u.test(line) && cursor.dialect === 'prisma7') {
    cursor.report(
      'type-alias',
      span,
      `Prisma 7 has no type aliases; remove ${quoted(line, { start: 0, end: line.length })}, and write the type at each field.`,
    );
    return false;
  }
  if (!isKnown) cursor.report(...strayLine(line, span));
  return true;
}

function strayLine(line: string, span: Span): readonly [code: SyntaxCode, span: Span, message: string] {
  const quote = quoted(line, { start: 0, end: line.length });
  if (line.startsWith('}')) return ['stray-brace', span, 'A `}` closes nothing; remove it.'];
  const header = headerWithoutBrace.exec(line);
  if (header !== null)
    return [
      'stray-line',
      span,
      `${header[1] === undefined ? 'A name and a `{` are' : 'A `{` is'} missing behind “${line}”.`,
    ];
  if (!isMember(line)) return ['stray-line', span, `${quote} belongs to no block; a block is ${validBlocks}.`];
  const message = `${quote} belongs to no block; add the line that opens its block, or remove a \`}\` above it that is one too many.`;
  return [strayMember, span, message];
}

const headerWithoutBrace = /^(?:model|view|type|enum|datasource|generator)(?:[ \t]+([\w-]+))?$/;

/** True for a line that would be a field, a setting or an attribute of a block. */
function isMember(line: string): boolean {
  return /^(?:@@|\w+[ \t]+(?:=|\w+(?:\?|\[\])?(?:[ \t]|$)))/.test(line) && !headerStart.test(line);
}

const headerStart = /^(?:model|view|type|enum|datasource|generator)\b/;

const validBlocks = `\`keyword Name {\` with one of ${blockKeywords.join(', ')}`;

function reportExtent(cursor: Cursor, { header, isClosed, body }: BlockExtent): void {
  const { keyword, name } = header;
  const place = (name ?? keyword).span;
  if (cursor.dialect === 'prisma7' && !isBlockKeyword(keyword.value)) {
    const advice = keyword.value === 'namespace' ? ' Prisma 8 has it, after a first line `// use prisma-8`.' : '';
    const message = `\`${keyword.value}\` starts no block; a block is ${validBlocks}.${advice}`;
    cursor.report('unknown-block', keyword.span, message);
  } else if (cursor.dialect === 'prisma7' && name === undefined) {
    cursor.report('missing-name', keyword.span, `A name is missing after \`${keyword.value}\`.`);
  }
  if (isClosed) return;
  const title = `\`${keyword.value}${name === undefined ? '' : ` ${name.value}`}\``;
  const isOneLine = cursor.text.slice(header.end, body.start).includes('}');
  const remedy = isOneLine ? 'put every member and the `}` on a line of its own' : 'add `}` on a line of its own';
  cursor.report('unclosed-block', place, `${title} is never closed; ${remedy}.`);
}
