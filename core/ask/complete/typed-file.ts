import type { ChunkedText } from '#core/text/chunked-text.ts';
import type { Edit } from '#core/text/span.ts';

/** A file as it is typed: its text may be newer than what is known of the others. */
export interface TypedFile {
  readonly uri: string;
  readonly text: ChunkedText;
  /** What was typed since the text that the workspace holds; undefined where nobody knows. */
  readonly edits: readonly Edit[] | undefined;
}
