import { copyOf } from '#core/text/copy-of.ts';
import type { Span } from '#core/text/span.ts';

/** So much of a text is quoted in a message, in UTF-16 units; blanks are passed over as far. */
const longest = 40;
const furthest = 200;

/** What begins at a span's start, in quotation marks: its line, or the beginning of it. Messages must make sense without the text. */
export function quoted(text: string, { start, end }: Span): string {
  const line = /^[^\r\n]*/.exec(text.slice(start, Math.min(end, start + longest)))?.[0] ?? '';
  const shown = line.trimEnd().replace(/[\ud800-\udbff]$/, '');
  return copyOf(`“${shown}${start + line.length < end ? '…' : ''}”`);
}

/** ` behind “…”`: what stands last before an offset, with what else there is on its line; empty at the beginning. */
export function behindWhat(text: string, offset: number): string {
  const part = text.slice(Math.max(0, offset - furthest), offset).trimEnd();
  const line = /[^\r\n]*$/.exec(part)?.[0].trimStart() ?? '';
  if (line === '') return '';
  const shown = line.length > longest ? `…${line.slice(-longest).replace(/^[\udc00-\udfff]/, '')}` : line;
  return copyOf(` behind “${shown}”`);
}
