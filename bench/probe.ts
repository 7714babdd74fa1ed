import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The variable that names the file of the probe. */
export const peakFile = 'PLUMBLINE_BENCH_PEAK';

/**
 * Code that a measured program runs before its own (`node -r`), so that it can be asked for its memory from outside: at its
 * end it writes the most it had held, and the time of its processors, into the file that `PLUMBLINE_BENCH_PEAK` names; a message over the channel to its
 * parent is answered with what it holds now; `collected` lets the garbage be collected before the heap is told.
 */
const probeCode = `
const { isMainThread } = require('node:worker_threads');
const { ${peakFile}: path } = process.env;
if (isMainThread && path) {
  process.on('exit', () => {
    const { maxRSS, userCPUTime } = process.resourceUsage();
    require('node:fs').writeFileSync(path, [maxRSS / 1000, userCPUTime / 1000].join(' '));
  });
}
if (isMainThread && process.send) {
  process.on('message', (wanted) => {
    const { rss } = process.memoryUsage();
    if (wanted === 'collected') globalThis.gc?.();
    process.send({ rss: rss / 1e6, heap: process.memoryUsage().heapUsed / 1e6 });
  });
  process.channel.unref();
}
`;

/** Writes the probe into a folder and gives back its path. */
export function writeProbe(folder: string): string {
  const path = join(folder, 'probe.cjs');
  writeFileSync(path, probeCode);
  return path;
}
