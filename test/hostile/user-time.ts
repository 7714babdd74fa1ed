/**
 * The least user CPU time of several runs of some work, in milliseconds; of no more than are needed to get below `enough`. Errors keep
 * as much of the stack as they do for users: mocha wants all of it, which costs more than what is measured.
 */
export function userTime(work: () => void, runs: number, enough = 0): number {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 10;
  let least = Number.POSITIVE_INFINITY;
  for (let run = 0; run < runs && least > enough; run++) {
    const before = process.cpuUsage();
    work();
    least = Math.min(least, process.cpuUsage(before).user / 1000);
  }
  Error.stackTraceLimit = stackTraceLimit;
  return least;
}
