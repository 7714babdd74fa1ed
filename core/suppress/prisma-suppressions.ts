import type { PrismaSection } from '#core/prisma/model.ts';
import { ignoreWord, readDirective, type Suppression } from '#core/suppress/suppression.ts';
import type { Span } from '#core/text/span.ts';

/** The suppressions written in `///` (or `//`) comments of a Prisma section. */
export function prismaSuppressions(section: PrismaSection): readonly Suppression[] {
  if (!section.text.includes(ignoreWord)) return [];
  return [...section.text.matchAll(/\/\/\/?[ \t]*(?=plumbline-ignore\b)/g)].map((match) => {
    const directive = readDirective(section.text, match.index + match[0].length);
    return { section, ...directive, target: targetOf(section, match.index) ?? directive.span };
  });
}

/** The block or the line the comment stands on: its own line when something is written before it, else the next one. */
function targetOf(section: PrismaSection, offset: number): Span | undefined {
  const { text } = section;
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const ownLine = text.slice(lineStart, offset).trim() === '';
  const next = ownLine ? text.slice(offset).search(/\n[ \t]*(?!\/\/)[^\s/]/) : 0;
  if (next < 0) return undefined;
  const start = ownLine ? offset + next + 1 : lineStart;
  const lineEnd = text.indexOf('\n', start);
  const end = lineEnd < 0 ? text.length : lineEnd;
  const block = section.nodes.find((node) => 'body' in node && node.span.start >= start && node.span.start < end);
  return block?.span ?? { start, end };
}
