import type { Review } from '#core/review.ts';
import type { ReviewFinding } from '#core/review-finding.ts';

/** A finding that another one tells of. */
export interface FoldedFinding {
  readonly finding: ReviewFinding;
  readonly fold: ReviewFinding;
}

const known = new WeakMap<Review, ReadonlyMap<string, readonly FoldedFinding[]>>();

/** The findings of a file that are told of elsewhere, or with others; in no order. Looked up once for each review. */
export function foldedFindings(review: Review, uri: string): readonly FoldedFinding[] {
  const byFile = known.get(review) ?? foldedByFile(review);
  known.set(review, byFile);
  return byFile.get(uri) ?? [];
}

/** The findings themselves: those that others tell of in their place. */
export function* singleFindings(findings: Iterable<ReviewFinding>): Iterable<ReviewFinding> {
  for (const finding of findings) {
    if (finding.members.length === 0) yield finding;
    else yield* finding.members;
  }
}

function foldedByFile({ files }: Review): ReadonlyMap<string, readonly FoldedFinding[]> {
  const byFile = new Map<string, FoldedFinding[]>();
  for (const { findings } of files.values()) {
    for (const fold of findings) {
      for (const finding of fold.members) {
        const list = byFile.get(finding.uri);
        if (list === undefined) byFile.set(finding.uri, [{ finding, fold }]);
        else list.push({ finding, fold });
      }
    }
  }
  return byFile;
}
