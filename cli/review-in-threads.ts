import type { GatheredSources } from '#cli/gather-sources.ts';
import type { GroupReview } from '#cli/group-review.ts';
import type { KnownFiles } from '#cli/known-files.ts';
import type { SourceGroups } from '#cli/source-groups.ts';
import { WorkerPool } from '#cli/worker-pool.ts';
import type { Review } from '#core/review.ts';
import type { FileReview } from '#core/review-finding.ts';
import { sourceKindOf } from '#core/source-kind.ts';

/** How a review is spread over threads. */
export interface ThreadPlan {
  /** A script that calls `serveGroups` in a thread. */
  readonly program: string;
  readonly workers: number;
  readonly preset: string | undefined;
  readonly onProgress: (done: number, groups: number) => void;
}

/** Reviews groups in threads and puts together what they found; the same as one review of all, in whatever order they end. */
export async function reviewInThreads(
  gathered: GatheredSources,
  groups: SourceGroups,
  files: KnownFiles,
  plan: ThreadPlan,
): Promise<Pick<Review, 'files'>> {
  const { folders, unread, sources } = gathered;
  const configs = sources.filter(({ uri }) => ['config', 'accepted'].includes(sourceKindOf(uri).role));
  const pool = new WorkerPool(plan.program, { folders, unread, configs, preset: plan.preset }, plan.workers);
  try {
    return mergeReviews(gathered, files, await reviewGroups(groups, pool, plan));
  } finally {
    await pool.close();
  }
}

/** Reviews until no group has turned out to depend on another. */
async function reviewGroups(groups: SourceGroups, pool: WorkerPool, plan: ThreadPlan): Promise<readonly GroupReview[]> {
  const reviews = new Map<string, GroupReview>();
  for (;;) {
    const current = groups.list();
    const open = current.filter(({ key }) => !reviews.has(key));
    if (open.length === 0) return current.flatMap(({ key }) => reviews.get(key) ?? []);
    const known = current.length - open.length;
    const found = await pool.run(open, (done) => plan.onProgress(known + done, current.length));
    for (const [index, group] of open.entries()) {
      const review = found[index];
      if (review === undefined) continue;
      reviews.set(group.key, review);
      groups.learn(group, review);
    }
  }
}

function mergeReviews(
  { sources }: GatheredSources,
  files: KnownFiles,
  reviews: readonly GroupReview[],
): Pick<Review, 'files'> {
  const texts = new Map(sources.map(({ uri, text }) => [uri, text]));
  const merged = new Map<string, FileReview>();
  // A source that no group holds belongs to nothing.
  for (const { uri, text } of sources) merged.set(uri, { uri, role: 'other', text, findings: [] });
  for (const review of reviews) {
    const used = new Set(review.used);
    for (const file of review.files) {
      // Every group reads the configuration, and says the same of it unless it refers to it.
      if ((merged.get(file.uri)?.role ?? 'other') !== 'other' && !used.has(file.uri)) continue;
      merged.set(file.uri, { ...file, text: texts.get(file.uri) ?? files.textOf(file.uri) ?? '' });
    }
  }
  return { files: new Map([...merged].sort(([a], [b]) => (a < b ? -1 : 1))) };
}
