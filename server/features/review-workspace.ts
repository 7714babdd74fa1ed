import type { Reviews } from '#server/inputs.ts';
import type { ReviewedParams } from '#server/protocol.ts';

interface WorkspaceInput extends Pick<Reviews, 'complete'> {
  readAgain(): Promise<void>;
  readonly reviewed: ReviewedParams;
}

/** Reads every file again and reviews them; `null` when reviewing is off. */
export async function reviewWorkspace(session: WorkspaceInput): Promise<ReviewedParams | null> {
  await session.readAgain();
  const review = await session.complete();
  return review === undefined ? null : session.reviewed;
}
