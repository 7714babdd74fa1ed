import type { HumanItemState, ItemVerdict } from '#server/protocol.ts';

/** How a note is asked for. */
export interface NoteWish {
  /** Without one the answer is not kept. */
  readonly isNeeded: boolean;
  readonly placeholder: string;
}

export const usualNote = 'What was found, agreed or decided';

/**
 * The note that belongs to an answer, where the question asks what, which or why and the note that is there, if any, was not given for
 * the same answer. A no counts without one, too: it is known to be work.
 */
export function noteWish(
  { asksNote, answer }: Pick<HumanItemState, 'asksNote' | 'answer'>,
  verdict: ItemVerdict,
): NoteWish | undefined {
  if (!asksNote || verdict === 'not-applicable') return undefined;
  if (answer?.note !== undefined && answer.verdict === verdict) return undefined;
  return verdict === 'yes'
    ? { isNeeded: true, placeholder: usualNote }
    : { isNeeded: false, placeholder: 'What does not hold, and what is to be done; may stay empty' };
}
