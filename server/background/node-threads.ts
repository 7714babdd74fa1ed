import { Worker } from 'node:worker_threads';
import type { BackgroundAnswer } from '#server/background/background-message.ts';
import type { StartBackground } from '#server/background/background-thread.ts';
import { describeError } from '#server/describe-error.ts';

/**
 * A thread takes about 65 ms of a core to start, and 18 MB. A cold main thread reviews 50 kB in 100 ms: open documents wait no
 * longer than that for files beside them.
 */
export const worthThread = 50_000;

/** Starts threads that run this program, which calls `serveBackground` there. */
export function threadsOf(program: string): StartBackground {
  return (abilities, listener) => {
    const worker = new Worker(program, { workerData: abilities });
    let isEnded = false;
    const end = (reason: string): void => {
      if (!isEnded) listener.onEnd(reason);
      isEnded = true;
    };
    worker.on('message', (answer: BackgroundAnswer) => void (isEnded || listener.onAnswer(answer)));
    worker.on('error', (error) => end(describeError(error)));
    worker.on('exit', (code) => end(`It ended with code ${code}.`));
    // The server lives as long as its client.
    worker.unref();
    return {
      post: (request) => worker.postMessage(request),
      end: () => {
        isEnded = true;
        void worker.terminate();
      },
    };
  };
}
