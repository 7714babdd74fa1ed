import type { Review } from '#core/review.ts';
import { insertOpenApi } from '#snippets/insert/insert-openapi.ts';
import { insertPrisma, problemInSchema } from '#snippets/insert/insert-prisma.ts';
import { findDescription, readTarget } from '#snippets/insert/openapi-target.ts';
import type { PatternInsertion } from '#snippets/insert/pattern-insertion.ts';
import { planOpenApi } from '#snippets/insert/plan-openapi.ts';
import { findSchema } from '#snippets/insert/prisma-schema-target.ts';
import type { EndDates, OpenApiPattern, Pattern } from '#snippets/pattern.ts';
import type { PatternInfo } from '#snippets/pattern-info.ts';
import { openApiPatterns, prismaPatterns } from '#snippets/patterns.ts';
import type { PrismaPattern } from '#snippets/prisma-pattern.ts';

/** A pattern for a place in a document. */
export interface OfferedPattern extends PatternInfo {
  /** Why it does not fit there; undefined where it does. */
  readonly problem: string | undefined;
  /** True when it says when something ends, and so wants a date. */
  readonly wantsEndDate: boolean;
}

/** The patterns there are and how they are put into a document. */
export interface PatternBook {
  /** The patterns for the document, and which of them fit near an offset; none where the document is of no kind they are for. */
  patternsFor(review: Review, uri: string, offset: number): readonly OfferedPattern[];
  /** The edits that insert a pattern near an offset of the document, or why it does not fit there. */
  insert(review: Review, uri: string, patternId: string, offset: number, dates?: EndDates): PatternInsertion;
}

/** The patterns of this folder. OpenAPI 2.0 and Prisma 8 have none yet: they write most of them otherwise. */
export const patternBook: PatternBook = {
  patternsFor(review, uri, offset) {
    const patterns = patternsOfKind(review, uri);
    const problemOf = problemFinder(review, uri, offset);
    return patterns.map((pattern) => {
      const wantsEndDate = pattern.language === 'openapi' && pattern.insertionWith !== undefined;
      const { id, title, description, keywords } = pattern;
      return { id, title, description, keywords, problem: problemOf(pattern), wantsEndDate };
    });
  },
  insert(review, uri, patternId, offset, dates) {
    const pattern = patternsOfKind(review, uri).find(({ id }) => id === patternId);
    if (pattern === undefined) return { problem: 'This pattern does not fit the document.' };
    if (pattern.language === 'prisma') return insertPrisma(review, uri, pattern, offset);
    const insertion = dates && pattern.insertionWith?.(dates);
    return insertOpenApi(review, uri, insertion === undefined ? pattern : { ...pattern, insertion }, offset);
  },
};

function patternsOfKind(review: Review, uri: string): readonly Pattern[] {
  const schema = findSchema(review, uri);
  if (schema !== undefined) return schema.document.dialect === 'prisma7' ? prismaPatterns : [];
  const version = findDescription(review, uri)?.context.version;
  return version === undefined || version === '2.0' ? [] : openApiPatterns;
}

/** The document is read once for all patterns; nothing is written. */
function problemFinder(review: Review, uri: string, offset: number): (pattern: Pattern) => string | undefined {
  const target = readTarget(review, uri, offset);
  const inDescription = (pattern: OpenApiPattern): string | undefined => {
    const plan = target && planOpenApi(target, pattern);
    return plan !== undefined && 'problem' in plan ? plan.problem : undefined;
  };
  const inSchema = (pattern: PrismaPattern): string | undefined => problemInSchema(review, uri, pattern, offset);
  return (pattern) => (pattern.language === 'openapi' ? inDescription(pattern) : inSchema(pattern));
}
