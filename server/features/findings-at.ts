import type { Range } from 'vscode-languageserver';
import type { Review, ReviewFinding } from '#core/review.ts';
import type { Session } from '#server/session.ts';
import { shownFindings } from '#server/shown-findings.ts';

/** The shown findings of a file that a range touches, borders included, in text order. */
export function findingsAt(session: Session, review: Review, uri: string, range: Range): readonly ReviewFinding[] {
  const file = review.files.get(uri);
  if (file === undefined) return [];
  const lines = session.lines.of(review, uri);
  const start = lines.offsetAt(range.start);
  const end = lines.offsetAt(range.end);
  return shownFindings(file, review, session.abilities.deferredSyntax).filter(
    ({ span }) => span.start <= end && start <= span.end,
  );
}
