/** Calls back after a while; tests have one that they turn themselves. */
export interface Clock {
  /** Calls once, after so many milliseconds; the result takes it back. */
  after(milliseconds: number, run: () => void): () => void;
}
