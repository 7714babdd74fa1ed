import type { Review } from '#core/review.ts';
import { insertOpenApi } from '#snippets/insert/insert-openapi.ts';
import { insertPrisma } from '#snippets/insert/insert-prisma.ts';
import { findDescription } from '#snippets/insert/openapi-target.ts';
import type { PatternInsertion } from '#snippets/insert/pattern-insertion.ts';
import { findSchema } from '#snippets/insert/prisma-schema-target.ts';
import type { Pattern, PatternInfo } from '#snippets/pattern.ts';
import { openApiPatterns, prismaPatterns } from '#snippets/patterns.ts';

/** The patterns there are and how they are put into a document. */
export interface PatternBook {
  /** The patterns that fit the document. */
  patternsFor(review: Review, uri: string): readonly PatternInfo[];
  /** The edits that insert a pattern near an offset of the document, or why it does not fit there. */
  insert(review: Review, uri: string, patternId: string, offset: number): PatternInsertion;
}

/** The patterns of this folder. OpenAPI 2.0 and Prisma 8 have none yet: they write most of them otherwise. */
export const patternBook: PatternBook = {
  patternsFor: fittingPatterns,
  insert(review, uri, patternId, offset) {
    const pattern = fittingPatterns(review, uri).find(({ id }) => id === patternId);
    if (pattern === undefined) return { problem: 'This pattern does not fit the document.' };
    return pattern.language === 'openapi'
      ? insertOpenApi(review, uri, pattern, offset)
      : insertPrisma(review, uri, pattern, offset);
  },
};

function fittingPatterns(review: Review, uri: string): readonly Pattern[] {
  const schema = findSchema(review, uri);
  if (schema !== undefined) {
    const { provider, document } = schema;
    if (document.dialect !== 'prisma7') return [];
    return prismaPatterns.filter(({ unfitFor = [] }) => provider === undefined || !unfitFor.includes(provider));
  }
  const version = findDescription(review, uri)?.context.version;
  return version === undefined || version === '2.0' ? [] : openApiPatterns;
}
