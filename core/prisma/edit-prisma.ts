import { detectDialect } from '#core/prisma/dialect.ts';
import { type BlockExtent, findBlock, shiftExtent } from '#core/prisma/find-block.ts';
import type { PrismaDialect, PrismaDocument, PrismaSection } from '#core/prisma/model.ts';
import { parseSection } from '#core/prisma/parse-section.ts';
import { prismaDocument } from '#core/prisma/prisma-document.ts';
import { groupEdits } from '#core/text/edit-groups.ts';
import type { Edit } from '#core/text/span.ts';
import { startsOf } from '#core/text/starts-of.ts';
import { finish, type Steps } from '#core/work/steps.ts';

/**
 * The document after edits of its text (sorted, without overlaps), when every block they touch stays the one closed block
 * it was: then only those are read again. Undefined when the whole file must be cut.
 * Law: what is returned equals `cutPrisma` of the edited text.
 */
export function editPrisma(document: PrismaDocument, edits: readonly Edit[]): PrismaDocument | undefined {
  return finish(editPrismaSteps(document, edits));
}

/** The same, a step for each stretch of blocks that is read again. */
export function* editPrismaSteps(document: PrismaDocument, edits: readonly Edit[]): Steps<PrismaDocument | undefined> {
  const { uri, dialect, sections, starts } = document;
  const groups = groupEdits(edits, starts, (piece) => sections[piece]?.text ?? '');
  if (sections.length === 0 || groups === undefined) return undefined;
  const edited = [...sections];
  for (const { first, last, text } of groups) {
    if (first === 0 && detectDialect({ uri, text }) !== dialect) return undefined;
    const own = recutBlocks(sections.slice(first, last + 1), text, dialect);
    if (own === undefined) return undefined;
    for (const [index, section] of own.entries()) edited[first + index] = section;
    yield;
  }
  return prismaDocument({ uri, dialect }, edited, startsOf(edited));
}

/** The same blocks with another text; undefined when they are others, or what follows could be concerned. */
function recutBlocks(
  old: readonly PrismaSection[],
  text: string,
  dialect: PrismaDialect,
): readonly PrismaSection[] | undefined {
  if (!text.endsWith('\n') || /\/\*|\*\//.test(text)) return undefined;
  const sections: PrismaSection[] = [];
  let start = 0;
  for (const before of old) {
    const extent = findBlock({ text, dialect, lastCommentEnd: -1 }, start);
    if (extent === undefined || !extent.isClosed || !isBlock(before, extent)) return undefined;
    // A string of its own: a slice would keep earlier versions of the text in memory.
    const own = ` ${text.slice(start, extent.end)}`.slice(1);
    const { id, uri } = before;
    const parts = { id, uri, dialect, text: own };
    sections.push(before.text === own ? before : parseSection(parts, shiftExtent(extent, -start)));
    start = extent.end;
  }
  return start === text.length ? sections : undefined;
}

/** True when the block has the keyword and the name that the section's id says, and is the first of that name. */
function isBlock({ id, uri }: PrismaSection, { header: { keyword, name } }: BlockExtent): boolean {
  return id === `${uri}#${keyword.value}:${name?.value ?? ''}`;
}
