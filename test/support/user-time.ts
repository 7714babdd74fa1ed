import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

/** How some work is timed. */
export interface Timing {
  readonly runs: number;
  /** One run that took no more milliseconds is enough. */
  readonly enough?: number;
  /** True: the garbage of others is collected before each run, and not in it. */
  readonly isClean?: boolean;
}

/**
 * The least user CPU time of several runs of some work, in milliseconds. Errors keep as much of the stack as they do for users: mocha
 * wants all of it, which costs more than what is measured.
 */
export function userTime(work: () => void, { runs, enough = 0, isClean = false }: Timing): number {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 10;
  let least = Number.POSITIVE_INFINITY;
  for (let run = 0; run < runs && least > enough; run++) {
    if (isClean) collectGarbage();
    const before = process.cpuUsage();
    work();
    least = Math.min(least, process.cpuUsage(before).user / 1000);
  }
  Error.stackTraceLimit = stackTraceLimit;
  return least;
}
