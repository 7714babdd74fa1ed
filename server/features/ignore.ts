import type { WorkspaceEdit } from 'vscode-languageserver';
import { sectionAt } from '#core/ask/section-at.ts';
import { resolveFixes } from '#core/fix.ts';
import type { Review } from '#core/review.ts';
import type { ReviewFinding } from '#core/review-finding.ts';
import { ignoreChange } from '#core/suppress/ignore-edit.ts';
import { shiftSpan } from '#core/text/span.ts';
import { canonicalUri } from '#files/uri.ts';
import { type FindingsInput, findingsAt } from '#server/features/findings-at.ts';
import type { Reviews, Shown } from '#server/inputs.ts';
import type { IgnoreParams } from '#server/protocol.ts';
import { toWorkspaceEdit } from '#server/shown/convert.ts';

type IgnoreInput = Pick<Reviews, 'current'> & FindingsInput & Pick<Shown, 'contextOf'>;

/** The edit that makes the finding of a rule at a range ignored; `null` when it is gone. */
export async function ignore(session: IgnoreInput, params: IgnoreParams): Promise<WorkspaceEdit | null> {
  const uri = canonicalUri(params.uri);
  const review = await session.current(uri);
  if (review === undefined) return null;
  const found = findingsAt(session, review, uri, params.range).map(({ finding }) => finding);
  const ofRule = found.filter(({ ruleId }) => ruleId === params.ruleId);
  const [start, end] = [params.range.start, params.range.end].map((place) =>
    session.lines.of(review, uri).offsetAt(place),
  );
  const finding = ofRule.find(({ span }) => span.start === start && span.end === end) ?? ofRule[0];
  return (finding && ignoreEdit(session, review, finding, params.reason)) ?? null;
}

/** Undefined when there is no place for a suppression. */
export function ignoreEdit(
  session: Pick<Shown, 'contextOf'>,
  review: Review,
  finding: ReviewFinding,
  reason: string,
): WorkspaceEdit | undefined {
  const place = sectionAt(review.workspace, finding.uri, finding.span.start);
  const change = place && ignoreChange(place.section, shiftSpan(finding.span, -place.start), finding.ruleId, reason);
  if (change === undefined) return undefined;
  const { files } = resolveFixes(review, [{ title: '', safety: 'review', changes: [change] }]);
  return files.length === 0 ? undefined : toWorkspaceEdit(files, session.contextOf(review));
}
