import { detectDialect } from '#core/prisma/dialect.ts';
import { type BlockExtent, findBlock, shiftExtent } from '#core/prisma/find-block.ts';
import type { PrismaDocument, PrismaSection } from '#core/prisma/model.ts';
import { parseSection } from '#core/prisma/parse-section.ts';
import { prismaDocument } from '#core/prisma/prisma-document.ts';
import type { SectionId } from '#core/text/section.ts';
import { finish, type Steps } from '#core/work/steps.ts';

/**
 * Cuts a Prisma file into its blocks and reads each. Never throws; takes time linear in the text. Laws: the sections'
 * texts joined are the text; a section of `previous` with the same id and text is used again, and the result equals the
 * one without `previous`.
 */
export function cutPrisma(file: PrismaFile, previous?: PrismaDocument): PrismaDocument {
  return finish(cutPrismaSteps(file, previous));
}

/** The same, a step for each block. */
export function* cutPrismaSteps({ uri, text }: PrismaFile, previous?: PrismaDocument): Steps<PrismaDocument> {
  const dialect = detectDialect({ uri, text });
  const known = reusableSections(previous, uri, dialect);
  const lastCommentEnd = text.lastIndexOf('*/') < 0 ? -1 : text.lastIndexOf('*/') + 2;
  const nextId = numberIds(uri);
  const sections: PrismaSection[] = [];
  const starts: number[] = [];
  for (let start = 0; start < text.length; ) {
    const extent = findBlock({ text, dialect, lastCommentEnd }, start);
    const end = extent?.end ?? text.length;
    const part = { id: nextId(extent), uri, dialect, text: text.slice(start, end) };
    const old = known.get(part.id);
    const isSame = old?.text === part.text;
    sections.push(isSame ? old : parseSection(part, extent && shiftExtent(extent, -start)));
    starts.push(start);
    start = end;
    yield;
  }
  return prismaDocument({ uri, dialect, text }, sections, starts);
}

interface PrismaFile {
  readonly uri: string;
  readonly text: string;
}

function reusableSections(previous: PrismaDocument | undefined, uri: string, dialect: string) {
  const isUsable = previous?.uri === uri && previous.dialect === dialect;
  return new Map<SectionId, PrismaSection>(isUsable ? previous.sections.map((section) => [section.id, section]) : []);
}

/** Gives each block its id; the second block of a name gets `~2`. */
function numberIds(uri: string): (extent: BlockExtent | undefined) => SectionId {
  const counts = new Map<string, number>();
  return (extent) => {
    if (extent === undefined) return `${uri}#end`;
    const { keyword, name } = extent.header;
    const key = `${uri}#${keyword.value}:${name?.value ?? ''}`;
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    return count === 1 ? key : `${key}~${count}`;
  };
}
