import type { Steps } from '#core/steps.ts';

/**
 * The server is deaf for this long at most, but for steps that are longer by themselves. In milliseconds. A request waits for
 * two slices: one until it is read, one until what arrived with it is read, too.
 */
const slice = 5;

/** Does work in slices, other events in between; undefined when `isDropped` says after a slice that it is for nothing. */
export async function inSlices<T>(steps: Steps<T>, isDropped: () => boolean): Promise<T | undefined> {
  for (let end = performance.now() + slice; ; ) {
    const step = steps.next();
    if (step.done === true) return step.value;
    if (performance.now() < end) continue;
    await new Promise((resolve) => setImmediate(resolve));
    if (isDropped()) return undefined;
    end = performance.now() + slice;
  }
}

/** Does something with one item after the other, other events in between. */
export async function eachInSlices<T>(items: Iterable<T>, work: (item: T) => void): Promise<void> {
  function* steps(): Steps<void> {
    for (const item of items) {
      work(item);
      yield;
    }
  }
  await inSlices(steps(), () => false);
}
