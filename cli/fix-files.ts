import { type FixOutcome, fixSources } from '#cli/fix-sources.ts';
import type { ReviewSession } from '#cli/review-session.ts';
import { writableReview } from '#cli/writable-review.ts';
import { type Obstacles, obstaclesTo, writeFixes } from '#cli/write-fixes.ts';
import { type ChooseFix, changedUris } from '#core/fix/fix-all.ts';
import type { Rulebook } from '#core/rulebook.ts';

/** What fixes did, and why some files could not be written. */
export interface FileFixOutcome extends FixOutcome {
  readonly obstacles: Obstacles;
}

/**
 * Makes the chosen fixes and writes them. A fix is whole or not at all: one that would change a file that cannot be written is
 * not made. What is told as made was written, and the review is that of the texts as they are on disk then.
 */
export async function fixFiles(
  newSession: () => ReviewSession,
  rulebook: Rulebook,
  choose: ChooseFix,
): Promise<FileFixOutcome> {
  const obstacles = new Map<string, string>();
  const isFree = (uris: ReadonlySet<string>) => [...uris].every((uri) => !obstacles.has(uri));
  for (;;) {
    const session = newSession();
    const outcome = await fixSources(session, rulebook, (finding, review) => {
      const fix = choose(finding, review);
      return fix !== undefined && isFree(changedUris(fix, review)) ? fix : undefined;
    });
    const found = await obstaclesTo(outcome.changed);
    for (const [uri, obstacle] of found) obstacles.set(uri, obstacle);
    if (found.size > 0) continue;
    const failed = await writeFixes(outcome.changed);
    for (const [uri, obstacle] of failed) obstacles.set(uri, obstacle);
    return failed.size === 0 ? { ...outcome, obstacles } : afterFailure(session, outcome, obstacles);
  }
}

/** A disk that is full, say: what was to change there did not. */
async function afterFailure(
  session: ReviewSession,
  { before, changed, made }: FixOutcome,
  obstacles: Obstacles,
): Promise<FileFixOutcome> {
  const written = [...changed].filter(([uri]) => !obstacles.has(uri));
  for (const [uri, text] of changed) if (obstacles.has(uri)) session.replace(uri, text.before);
  const whole = await session.review();
  return {
    review: writableReview(whole),
    whole,
    ...(before && { before }),
    made: made.filter((fix) => [...fix.changed].every((uri) => !obstacles.has(uri))),
    changed: new Map(written),
    obstacles,
  };
}
