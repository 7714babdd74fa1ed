import type { Location } from 'vscode-languageserver';
import { canonicalUri } from '#files/uri.ts';
import { findFinding } from '#server/features/action-plan.ts';
import type { Reviews, Texts } from '#server/inputs.ts';
import type { PlacesTarget } from '#server/protocol.ts';

/** All places a finding tells of; `null` when it is gone. */
export async function places(
  session: Pick<Reviews, 'current'> & Texts,
  target: PlacesTarget,
): Promise<readonly Location[] | null> {
  const uri = canonicalUri(target.uri);
  const review = await session.current(uri);
  const finding = review && findFinding(review, uri, target);
  if (review === undefined || finding === undefined) return null;
  return finding.members.map((member) => ({
    uri: session.documents.clientDocument(member.uri).uri,
    range: session.lines.rangeOf(review, member.uri, member.span),
  }));
}
