import type { FileEdits } from '#core/fix/file-edits.ts';
import { FixWriter } from '#core/fix/fix-writer.ts';
import type { Review } from '#core/review.ts';
import type { ReviewFix } from '#core/review-finding.ts';

export interface ResolvedFixes {
  readonly files: readonly FileEdits[];
  /** Fixes that could not be written: their target is not there, or two of them touch the same text. */
  readonly skipped: readonly ReviewFix[];
}

/** Writes fixes as text edits against the texts of the review they came from, in the given order; each is written whole or not at all. */
export function resolveFixes(review: Review, fixes: readonly ReviewFix[]): ResolvedFixes {
  const parts = [...new Set(fixes.flatMap(partsOf))];
  const left = new Set<ReviewFix>();
  for (;;) {
    const writer = new FixWriter(review.workspace);
    const refused = parts.filter((part) => !left.has(part) && !writer.add(part));
    const { files, failed } = writer.finish();
    for (const part of [...refused, ...failed]) left.add(part);
    // What could be written of a fix that failed is among the edits: they are made again without it.
    if (failed.length > 0) continue;
    return { files, skipped: fixes.filter((fix) => partsOf(fix).every((part) => left.has(part))) };
  }
}

/** Of a fix made of others each is written whole or not at all. */
function partsOf(fix: ReviewFix): readonly ReviewFix[] {
  return fix.parts ?? [fix];
}
