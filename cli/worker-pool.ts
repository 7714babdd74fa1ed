import { Worker } from 'node:worker_threads';
import type { GroupReview, GroupSetting, GroupTask } from '#cli/group-review.ts';

/** Threads that review groups, each one group at a time. */
export class WorkerPool {
  readonly #workers: readonly Worker[];
  /** Rejected as soon as one of them stops. */
  readonly #failure: Promise<never>;

  /** `program` is a script that calls `serveGroups` in a thread. */
  constructor(program: string, setting: GroupSetting, size: number) {
    this.#workers = Array.from({ length: size }, () => new Worker(program, { workerData: setting }));
    this.#failure = new Promise((_, reject) => {
      for (const worker of this.#workers) {
        worker.on('error', (error) => reject(failure(`failed: ${error.stack ?? error.message}`)));
        worker.on('exit', (code) => reject(failure(`ended with code ${code}.`)));
      }
    });
    // Nobody need be listening yet, or any more.
    this.#failure.catch(() => undefined);
  }

  /** Reviews all tasks, begun in the order given; the answers come in the same order. Throws when a thread stops. */
  run(tasks: readonly GroupTask[], onDone: (count: number) => void): Promise<readonly GroupReview[]> {
    return Promise.race([this.#failure, this.#runAll(tasks, onDone)]);
  }

  /** Ends all threads, whatever they are doing. */
  async close(): Promise<void> {
    await Promise.all(this.#workers.map((worker) => worker.terminate()));
  }

  async #runAll(tasks: readonly GroupTask[], onDone: (count: number) => void): Promise<readonly GroupReview[]> {
    const reviews: GroupReview[] = [];
    const queue = tasks.entries();
    let done = 0;
    const work = async (worker: Worker): Promise<void> => {
      // Shared: each thread takes the next task that none has taken.
      for (const [index, task] of queue) {
        reviews[index] = await answerOf(worker, task);
        onDone(++done);
      }
    };
    await Promise.all(this.#workers.map(work));
    return reviews;
  }
}

function answerOf(worker: Worker, task: GroupTask): Promise<GroupReview> {
  return new Promise((resolve) => {
    worker.once('message', resolve);
    worker.postMessage(task);
  });
}

function failure(what: string): Error {
  return new Error(`A thread of the review ${what}\nTo review without threads: plumbline review --workers 0`);
}
