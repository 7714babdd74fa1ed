/** Work cut into steps of a few milliseconds: whoever does it may do other things between them, or never go on. */
export type Steps<T> = Generator<undefined, T, undefined>;

/** So much text (UTF-16 units) is looked through in one step, where no more is done with it than that: a millisecond at most. */
export const scannedAtOnce = 500_000;

/** Does all the work at once. */
export function finish<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}
