import { parentPort, workerData } from 'node:worker_threads';
import { type GroupReview, type GroupSetting, type GroupTask, reviewGroup } from '#cli/group-review.ts';
import type { Rulebook } from '#core/rulebook.ts';

/** Reviews the groups that the main thread sends, one after the other. What goes wrong ends the thread. */
export function serveGroups(rulebook: Rulebook): void {
  const port = parentPort;
  const setting: GroupSetting = workerData;
  port?.on('message', async (task: GroupTask) => {
    const review: GroupReview = await reviewGroup(task, setting, rulebook);
    port.postMessage(review);
  });
}
