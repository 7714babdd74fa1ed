import type { Turn } from '#server/platform.ts';

/** Runs reviews one at a time, soon after they are asked for, until what was asked for is done. */
export class ReviewLoop {
  readonly #turn: Turn;
  readonly #run: () => Promise<void>;
  readonly #onError: (error: unknown) => void;
  #requested = 0;
  #begun = 0;
  #running: Promise<void> | undefined;
  #firstRequestAt: number | undefined;
  #isDisposed = false;

  /** `run` calls `begin` each time it takes the newest texts. */
  constructor(turn: Turn, run: () => Promise<void>, onError: (error: unknown) => void) {
    this.#turn = turn;
    this.#run = run;
    this.#onError = onError;
  }

  /**
   * Asks for a review of what is known from now on. It begins at once, but after what has already arrived: of that, one message is
   * read in each turn of the event loop. It does not wait for more to come: then it is dropped, having disturbed nobody.
   */
  request(): void {
    const request = ++this.#requested;
    if (this.#isDisposed) return;
    this.#firstRequestAt ??= performance.now();
    const startUnlessNewer = () => (request === this.#requested ? void this.settled() : undefined);
    void this.#turn().then(this.#turn).then(startUnlessNewer);
  }

  /** True when something was asked for that the review under way has not taken. */
  get isOutdated(): boolean {
    return this.#requested !== this.#begun;
  }

  /** True when everything that was asked for is reviewed. */
  get isIdle(): boolean {
    return this.#firstRequestAt === undefined;
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
  }

  #start(): Promise<void> {
    this.#running = this.#runOnce().finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }

  async #runOnce(): Promise<void> {
    try {
      await this.#run();
    } catch (error) {
      // Asked for again, the same texts would fail the same way.
      this.begin();
      this.finish();
      this.#onError(error);
    }
  }
}
