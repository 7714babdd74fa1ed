import type { ResolvedFixes } from '#core/fix.ts';
import type { Review } from '#core/review.ts';
import type { PatternSummary } from '#server/protocol.ts';

/** The patterns there are and how they are put into a document; `snippets/` provides it. */
export interface PatternBook {
  /** The patterns that fit the document. */
  patternsFor(review: Review, uri: string): readonly PatternSummary[];
  /** The edits that insert a pattern near an offset; undefined when it does not fit there. */
  insert(review: Review, uri: string, patternId: string, offset: number): InsertedPattern | undefined;
}

export interface InsertedPattern {
  readonly files: ResolvedFixes['files'];
  /** An offset in the document after the edit. */
  readonly cursor?: number;
}

/** Until patterns are there. */
export const emptyPatternBook: PatternBook = { patternsFor: () => [], insert: () => undefined };
