import { copyOf } from '#core/text/copy-of.ts';

/** Lines are kept together in chunks of about this many UTF-16 units, so that an edit copies little. */
const chunkSize = 16_384;

/** A piece of a text, of whole lines. */
export interface TextChunk {
  readonly text: string;
  /** How many line breaks it holds. Every chunk but the last ends in one. */
  readonly breaks: number;
}

/** Chunks that end in a line feed, as large as lines allow; a lone carriage return ends no chunk. */
export function splitText(text: string): readonly TextChunk[] {
  const chunks: TextChunk[] = [];
  for (let start = 0; start < text.length; ) {
    const lineFeed = text.indexOf('\n', Math.min(text.length, start + chunkSize) - 1);
    const end = lineFeed < 0 ? text.length : lineFeed + 1;
    const own = copyOf(text.slice(start, end));
    chunks.push({ text: own, breaks: countBreaks(own) });
    start = end;
  }
  return chunks.length === 0 ? [{ text: '', breaks: 0 }] : chunks;
}

function countBreaks(text: string): number {
  let count = 0;
  const hasCarriageReturn = text.includes('\r');
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++;
  return hasCarriageReturn ? count + (text.match(/\r(?!\n)/g)?.length ?? 0) : count;
}
