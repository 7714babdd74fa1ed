import { withWritableFixes } from '#core/fix/fix-outcome.ts';
import type { Review } from '#core/review.ts';
import type { FileReview } from '#core/review-finding.ts';

/** What is told of a review, and what it was made of where it was made here. */
export type ReviewedFiles = Pick<Review, 'files' | 'base'> & Partial<Pick<Review, 'workspace'>>;

/** A review without the fixes that would change nothing, or that cannot be written where they stand: nobody is promised those. */
export function writableReview({ files, workspace, base }: Review): ReviewedFiles {
  const writable = ({ findings, ...file }: FileReview): FileReview => ({
    ...file,
    findings: findings.map((finding) => withWritableFixes(finding, workspace)),
  });
  return { files: new Map([...files].map(([uri, file]) => [uri, writable(file)])), base, workspace };
}
