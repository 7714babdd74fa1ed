import { copyOf } from '#core/text/copy-of.ts';
import { LineIndex } from '#core/text/line-index.ts';

/** Lines are kept together in chunks of about this many UTF-16 units, so that an edit copies little. */
const chunkSize = 16_384;

/** A piece of a text, of whole lines. */
export interface TextChunk {
  readonly text: string;
  /** Every chunk but the last ends in a line break. */
  readonly lines: LineIndex;
}

/** Chunks that end in a line feed, as large as lines allow; a lone carriage return ends no chunk. */
export function splitText(text: string): readonly TextChunk[] {
  const chunks: TextChunk[] = [];
  for (let start = 0; start < text.length; ) {
    const lineFeed = text.indexOf('\n', Math.min(text.length, start + chunkSize) - 1);
    const end = lineFeed < 0 ? text.length : lineFeed + 1;
    const own = copyOf(text.slice(start, end));
    chunks.push({ text: own, lines: new LineIndex(own) });
    start = end;
  }
  return chunks.length === 0 ? [{ text: '', lines: new LineIndex('') }] : chunks;
}
