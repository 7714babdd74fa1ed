import type { Steps } from '#core/work/steps.ts';
import type { Turn } from '#server/platform.ts';

/**
 * The server is deaf for this long at most, but for steps that are longer by themselves. In milliseconds. A request waits for
 * two slices: one until it is read, one until what arrived with it is read, too.
 */
const slice = 5;

/** Does work in slices, other events in between; undefined when `isDropped` says after a slice that it is for nothing. */
export async function inSlices<T>(turn: Turn, steps: Steps<T>, isDropped: () => boolean): Promise<T | undefined> {
  for (;;) {
    const step = doSlice(steps);
    if (step.done === true) return step.value;
    await turn();
    if (isDropped()) return undefined;
  }
}

/** Does work in slices, other events in between, to its end. */
export async function finishInSlices<T>(turn: Turn, steps: Steps<T>): Promise<T> {
  for (;;) {
    const step = doSlice(steps);
    if (step.done === true) return step.value;
    await turn();
  }
}

/** Does something with one item after the other, other events in between. */
export function eachInSlices<T>(turn: Turn, items: Iterable<T>, work: (item: T) => void): Promise<void> {
  function* steps(): Steps<void> {
    for (const item of items) {
      work(item);
      yield;
    }
  }
  return finishInSlices(turn, steps());
}

function doSlice<T>(steps: Steps<T>): IteratorResult<undefined, T> {
  for (const end = performance.now() + slice; ; ) {
    const step = steps.next();
    if (step.done === true || performance.now() >= end) return step;
  }
}
