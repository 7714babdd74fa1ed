import type { ReviewOptions } from '#cli/arguments.ts';
import type { CommandIo } from '#cli/command-io.ts';
import { comparedWithPrisma } from '#cli/compared-with-prisma.ts';
import type { GatheredSources } from '#cli/gather-sources.ts';
import { forcePreset } from '#cli/given-config.ts';
import { KnownFiles } from '#cli/known-files.ts';
import type { Progress } from '#cli/progress.ts';
import { reviewInThreads } from '#cli/review-in-threads.ts';
import { type OpenBase, ReviewSession } from '#cli/review-session.ts';
import { type SourceGroup, SourceGroups } from '#cli/source-groups.ts';
import { type ReviewedFiles, writableReview } from '#cli/writable-review.ts';
import type { Rulebook } from '#core/rulebook.ts';

/** The size of texts, in UTF-16 units, from which on a review is expected to take more than a second. */
const longReview = 2_000_000;

/** Reviews what was gathered, in threads where that is faster. What comes out does not depend on it. */
export async function reviewGathered(
  gathered: GatheredSources,
  options: ReviewOptions,
  rulebook: Rulebook,
  io: CommandIo,
  progress: Progress,
  openBase?: OpenBase,
): Promise<ReviewedFiles> {
  const { sources, folders } = gathered;
  const label = `Reviewing ${sources.length} ${sources.length === 1 ? 'file' : 'files'} …`;
  const files = new KnownFiles(folders);
  const groups =
    openBase === undefined && mayUseThreads(gathered, options, io)
      ? await SourceGroups.guess(sources, files, comparedWithPrisma(gathered, rulebook))
      : undefined;
  const workers = groups === undefined ? 0 : workersFor(groups.list(), options, io);
  if (io.threads !== undefined && groups !== undefined && workers > 0) {
    progress.step(label);
    return reviewInThreads(gathered, groups, files, {
      program: io.threads.program,
      workers,
      preset: options.preset,
      onProgress: (done, all) => progress.step(`${label} ${done} of ${all} groups done`),
    });
  }
  const size = sources.reduce((sum, { text }) => sum + text.length, 0);
  progress.step(label, size > longReview);
  const session = new ReviewSession(gathered, forcePreset(rulebook, options.preset), files, openBase);
  return writableReview(await session.review({ isLast: true }));
}

function mayUseThreads(
  { sources }: GatheredSources,
  { workers, stdinFilename }: ReviewOptions,
  io: CommandIo,
): boolean {
  if (io.threads === undefined || stdinFilename !== undefined) return false;
  return workers === undefined ? io.threads.cores >= 2 * coresPerThread && sources.length > 1 : workers > 0;
}

/** Less effort than this is done before a thread has begun. */
const worthThreads = 1_500_000;
/** The effort beside the largest group, which one thread is busy with anyway. */
const worthSecondThread = 500_000;
/** Each thread keeps another core half busy: its code is compiled, and its garbage collected, in the background. */
const coresPerThread = 2;

/** As many as asked for; else one for every two cores where that pays, or none. */
function workersFor(groups: readonly SourceGroup[], { workers }: ReviewOptions, { threads }: CommandIo): number {
  if (workers !== undefined) return Math.min(workers, groups.length);
  const effort = groups.reduce((sum, group) => sum + group.effort, 0);
  const pays = effort >= worthThreads && effort - (groups[0]?.effort ?? 0) >= worthSecondThread;
  return pays ? Math.min(Math.floor((threads?.cores ?? 0) / coresPerThread), groups.length) : 0;
}
