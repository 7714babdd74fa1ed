import type { ReviewedParams } from '#server/protocol.ts';
import type { Session } from '#server/session.ts';

/** Reads every file again and reviews them; `null` when reviewing is off. */
export async function reviewWorkspace(session: Session): Promise<ReviewedParams | null> {
  await session.readAgain();
  const review = await session.complete();
  return review === undefined ? null : session.reviewed;
}
