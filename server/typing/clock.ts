/** Calls back after a while; tests have one that they turn themselves. */
export interface Clock {
  /** Calls once, after so many milliseconds; the result takes it back. */
  after(milliseconds: number, run: () => void): () => void;
}

/** The clock on the wall. It keeps no process alive. */
export const wallClock: Clock = {
  after(milliseconds, run) {
    const timer = setTimeout(run, milliseconds).unref();
    return () => clearTimeout(timer);
  },
};
