import type { PrismaSection } from '#core/prisma/model.ts';
import { ignoreWord, readDirective, type Suppression } from '#core/suppress/suppression.ts';
import { WrittenLines } from '#core/suppress/written-lines.ts';
import type { Span } from '#core/text/span.ts';

/** The suppressions written in `///` (or `//`) comments of a Prisma section. */
export function prismaSuppressions(section: PrismaSection): readonly Suppression[] {
  if (!section.text.includes(ignoreWord)) return [];
  const lines = new WrittenLines(section.text, /(\n)[ \t]*(?!\/\/)[^\s/]/g);
  const blocks = section.nodes.filter((node) => 'body' in node);
  return [...section.text.matchAll(/\/\/\/?[ \t]*(?=plumbline-ignore\b)/g)].map((match) => {
    const directive = readDirective(section.text, match.index + match[0].length);
    return { section, ...directive, target: targetOf(section.text, match.index, lines, blocks) ?? directive.span };
  });
}

/** The block or the line the comment stands on: its own line when something is written before it, else the next one. */
function targetOf(
  text: string,
  offset: number,
  lines: WrittenLines,
  blocks: readonly { readonly span: Span }[],
): Span | undefined {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const ownLine = text.slice(lineStart, offset).trim() === '';
  const start = ownLine ? lines.after(offset) : lineStart;
  if (start === undefined) return undefined;
  const lineEnd = text.indexOf('\n', start);
  const end = lineEnd < 0 ? text.length : lineEnd;
  const block = blocks.find(({ span }) => span.start >= start && span.start < end);
  return block?.span ?? { start, end };
}
