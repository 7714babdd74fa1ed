import { setFlagsFromString } from 'node:v8';

/** The last release of Node.js the flags were tried on: V8 complains aloud about a flag it no longer knows. */
const lastTried = 24;

/**
 * Sets V8 flags for this process and its threads, before anything else runs. Functions that are optimised from then on
 * inline less than usual: a review of a large file is over in two seconds, and with V8's defaults the compiler is busy for
 * longer than that, so that most functions wait in the interpreter for their turn. Measured on 10 MB: a quarter of the time
 * and a third of the work less, and what runs for longer is not slower. Functions are looked at for that half as often as Node 20 does:
 * fewer are compiled that run only a little more, a tenth of the work of the same review.
 */
export function tuneV8(): void {
  setFlag('--max-inlined-bytecode-size-cumulative=100');
  setFlag('--interrupt-budget=150000');
}

/** How much a process that runs all day lets its heap grow before it collects garbage. */
export interface HeapPace {
  /** As V8 likes it, up to four times: much is about to be read. */
  readonly grow: () => void;
  /** By a fifth: on a file of 10 MB that saves 350 MB, and costs a keystroke a tenth. */
  readonly hold: () => void;
}

/** The pace of this process; it begins with growing. */
export const heapPace: HeapPace = {
  grow: () => setFlag('--heap-growing-percent=0'),
  hold: () => setFlag('--heap-growing-percent=20'),
};

let lastSet = '';

/** Setting what was set last costs nothing: the pace is told after each review. */
function setFlag(flag: string): void {
  if (flag === lastSet || Number.parseInt(process.versions.node, 10) > lastTried) return;
  setFlagsFromString(flag);
  lastSet = flag;
}
