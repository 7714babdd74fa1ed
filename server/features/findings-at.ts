import type { Range } from 'vscode-languageserver';
import { type FoldedFinding, foldedFindings } from '#core/place/folded-findings.ts';
import { byPlace } from '#core/place/placed-finding.ts';
import type { Review } from '#core/review.ts';
import type { ReviewFinding } from '#core/review-finding.ts';
import type { Client, Shown, Texts } from '#server/inputs.ts';
import { isShownIn, shownFindings } from '#server/shown/shown-findings.ts';

/** What is found at a place: what is told there, and single findings that another one tells of. */
export interface FindingAt {
  readonly finding: ReviewFinding;
  /** The one that tells of it, wherever that stands. */
  readonly fold: ReviewFinding | undefined;
}

/** What is needed to say what is found at a place. */
export type FindingsInput = Pick<Texts, 'lines'> & Pick<Shown, 'isHeld'> & Client<'deferredSyntax'>;

/** What is found in a file where a range touches it, borders included, in text order. */
export function findingsAt(session: FindingsInput, review: Review, uri: string, range: Range): readonly FindingAt[] {
  const file = review.files.get(uri);
  if (file === undefined) return [];
  const lines = session.lines.of(review, uri);
  const [start, end] = [lines.offsetAt(range.start), lines.offsetAt(range.end)];
  const touches = ({ span }: ReviewFinding) => span.start <= end && start <= span.end;
  const isShown = isShownIn(file, review, session.abilities.deferredSyntax);
  const folded: readonly FoldedFinding[] = foldedFindings(review, uri);
  return [
    ...shownFindings(file, review, session.abilities.deferredSyntax)
      .filter((finding) => touches(finding) && !session.isHeld(review, finding))
      .map((finding) => ({ finding, fold: undefined })),
    ...folded.filter(
      ({ finding, fold }) => touches(finding) && isShown(finding) && !session.isHeld(review, finding, fold),
    ),
  ].sort((a, b) => byPlace(a.finding, b.finding));
}
