/** Why a review is needed: `typing` may wait for the next key, `soon` only for what has already arrived. */
export type ReviewReason = 'typing' | 'soon';

/** While typing, a review follows each change at once, unless the last one took longer than this: then it waits … */
const quickReview = 250;
/** … this long for the next change … */
const pauseAfterSlow = 100;
/** … but never longer than this after the first change that is not reviewed. */
const longestWait = 1500;

/** Runs reviews one at a time, soon after they are asked for, until what was asked for is done. */
export class ReviewLoop {
  readonly #run: () => Promise<void>;
  readonly #onError: (error: unknown) => void;
  #requested = 0;
  #begun = 0;
  #running: Promise<void> | undefined;
  #timer: NodeJS.Timeout | undefined;
  #firstRequestAt: number | undefined;
  #lastDuration = 0;
  #isDisposed = false;

  /** `run` calls `begin` each time it takes the newest texts. */
  constructor(run: () => Promise<void>, onError: (error: unknown) => void) {
    this.#run = run;
    this.#onError = onError;
  }

  /** Asks for a review of what is known from now on. */
  request(reason: ReviewReason): void {
    this.#requested++;
    if (this.#isDisposed) return;
    clearTimeout(this.#timer);
    this.#firstRequestAt ??= performance.now();
    this.#startAfter(this.#delay(reason));
  }

  /** True when something was asked for that the review under way has not taken. */
  get isOutdated(): boolean {
    return this.#requested !== this.#begun;
  }

  /** How long the oldest change waits that no finished review has seen, in milliseconds. */
  get waiting(): number {
    return this.#firstRequestAt === undefined ? 0 : performance.now() - this.#firstRequestAt;
  }

  /** Says that the review under way has taken everything that was asked for until now. */
  begin(): void {
    this.#begun = this.#requested;
  }

  /** Says that the review under way was brought to its end. */
  finish(): void {
    this.#firstRequestAt = this.isOutdated ? performance.now() : undefined;
  }

  /** Resolves when everything asked for until now is reviewed; runs what is waiting at once. Never rejects. */
  async settled(): Promise<void> {
    const target = this.#requested;
    if (this.#running !== undefined) await this.#running;
    while (this.#begun < target && !this.#isDisposed) await (this.#running ?? this.#start());
  }

  dispose(): void {
    this.#isDisposed = true;
    clearTimeout(this.#timer);
  }

  /** Without a pause, what has already arrived still goes first: one message is read in each turn of the event loop. */
  #startAfter(pause: number): void {
    const request = this.#requested;
    const startUnlessNewer = () => (request === this.#requested ? void this.settled() : undefined);
    // A timer takes a millisecond at least, as long as a small review.
    if (pause > 0) this.#timer = setTimeout(startUnlessNewer, pause);
    else setImmediate(() => setImmediate(startUnlessNewer));
  }

  #start(): Promise<void> {
    clearTimeout(this.#timer);
    this.#running = this.#runOnce().finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }

  async #runOnce(): Promise<void> {
    const start = performance.now();
    try {
      await this.#run();
    } catch (error) {
      // Asked for again, the same texts would fail the same way.
      this.begin();
      this.finish();
      this.#onError(error);
    }
    this.#lastDuration = performance.now() - start;
  }

  #delay(reason: ReviewReason): number {
    const isQuick = reason === 'soon' || this.#lastDuration <= quickReview;
    const pause = isQuick ? 0 : pauseAfterSlow;
    const waited = performance.now() - (this.#firstRequestAt ?? performance.now());
    return Math.max(0, Math.min(pause, longestWait - waited));
  }
}
