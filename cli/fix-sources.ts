import type { ReviewSession } from '#cli/review-session.ts';
import { resolveFixes } from '#core/fix.ts';
import type { Review, ReviewFix } from '#core/review.ts';
import { applyEdits } from '#core/text/span.ts';

export interface FixOutcome {
  /** The review of the fixed texts. */
  readonly review: Pick<Review, 'files'>;
  /** How many findings of each file were fixed, by the finding's uri. */
  readonly fixed: ReadonlyMap<string, number>;
  /** The new text of every file that changed, beside the one it had. */
  readonly changed: ReadonlyMap<string, { readonly before: string; readonly after: string }>;
}

/** One fix may bring up or uncover another finding; after so many rounds it is left for the next run. */
const maximumRounds = 5;

/** Applies safe fixes to the session's texts until none is left. `mayChange` says which files may be touched. */
export async function fixSources(
  session: ReviewSession,
  isShown: (uri: string) => boolean,
  mayChange: (uri: string) => boolean,
): Promise<FixOutcome> {
  const fixed = new Map<string, number>();
  const changed = new Map<string, { before: string; after: string }>();
  let review = await session.review();
  for (let round = 0; round < maximumRounds; round++) {
    const fixes = safeFixes(review, isShown, mayChange);
    const { files, skipped } = resolveFixes(review, [...fixes.keys()]);
    let hasChanged = false;
    for (const { uri, edits } of files) {
      const before = review.files.get(uri)?.text ?? '';
      const after = applyEdits(before, edits);
      if (after === before) continue;
      hasChanged = true;
      changed.set(uri, { before: changed.get(uri)?.before ?? before, after });
      session.replace(uri, after);
    }
    if (!hasChanged) break;
    for (const fix of skipped) fixes.delete(fix);
    for (const uri of fixes.values()) fixed.set(uri, (fixed.get(uri) ?? 0) + 1);
    review = await session.review();
  }
  return { review, fixed, changed };
}

/** The first safe fix of each shown finding, with the uri of the finding. */
function safeFixes(
  review: Review,
  isShown: (uri: string) => boolean,
  mayChange: (uri: string) => boolean,
): Map<ReviewFix, string> {
  const fixes = new Map<ReviewFix, string>();
  for (const { uri, findings } of review.files.values()) {
    if (!isShown(uri)) continue;
    for (const finding of findings) {
      const fix = finding.fixes.find(({ safety }) => safety === 'safe');
      if (fix !== undefined && targetsOf(fix).every(mayChange)) fixes.set(fix, uri);
    }
  }
  return fixes;
}

function targetsOf(fix: ReviewFix): readonly string[] {
  return fix.changes.map((change) => (change.kind === 'text' ? change.section.uri : change.uri));
}
