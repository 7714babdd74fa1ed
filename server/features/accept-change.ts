import type { WorkspaceEdit } from 'vscode-languageserver';
import { canonicalUri } from '#files/uri.ts';
import { acceptanceEdit } from '#server/features/acceptance.ts';
import { findFinding } from '#server/features/action-plan.ts';
import type { TurnOffInput } from '#server/features/turn-off.ts';
import type { Reviews } from '#server/inputs.ts';
import type { AcceptParams } from '#server/protocol.ts';

/** `plumbline/acceptChange`: the edit that writes into the nearest list that a change may be; `null` when it is gone. */
export async function acceptChange(
  session: TurnOffInput & Pick<Reviews, 'current'>,
  params: AcceptParams,
): Promise<WorkspaceEdit | null> {
  const uri = canonicalUri(params.uri);
  const review = await session.current(uri);
  const finding = review && findFinding(review, uri, params);
  return (finding && acceptanceEdit(session, review, finding, params)) ?? null;
}
