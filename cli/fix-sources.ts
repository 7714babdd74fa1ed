import type { ReviewSession } from '#cli/review-session.ts';
import { type ReviewedFiles, writableReview } from '#cli/writable-review.ts';
import type { ChangedTexts } from '#cli/write-fixes.ts';
import { type ChooseFix, fixAllSteps, type MadeFix } from '#core/fix/fix-all.ts';
import type { Review } from '#core/review.ts';
import type { Rulebook } from '#core/rulebook.ts';
import { finish } from '#core/work/steps.ts';

export interface FixOutcome {
  /** The review of the fixed texts. */
  readonly review: ReviewedFiles;
  /** The same, with all it was made of; undefined where nothing was to be fixed. */
  readonly whole?: Review;
  /** What the texts were before. */
  readonly before?: Review['workspace'];
  readonly made: readonly MadeFix[];
  /** Of every file that changed. */
  readonly changed: ChangedTexts;
}

/** Makes the chosen fixes in the session's texts. */
export async function fixSources(session: ReviewSession, rulebook: Rulebook, choose: ChooseFix): Promise<FixOutcome> {
  const start = await session.review();
  const { files, made, review } = finish(fixAllSteps(start, choose, rulebook, session.settings));
  if (files.length === 0) return { review: writableReview(start), whole: start, made, changed: new Map() };
  const textIn = (of: Review, uri: string) => of.workspace.sources.get(uri)?.text ?? '';
  const changed = new Map(
    files.map(({ uri }) => [uri, { before: textIn(start, uri), after: textIn(review, uri) }] as const),
  );
  for (const [uri, { after }] of changed) session.replace(uri, after);
  const whole = await session.review();
  return { review: writableReview(whole), whole, before: start.workspace, made, changed };
}
