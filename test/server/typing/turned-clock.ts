import type { Clock } from '#server/typing/clock.ts';

/** A clock that a test turns: nothing is due until then. */
export class TurnedClock implements Clock {
  readonly #due = new Map<object, { readonly milliseconds: number; readonly run: () => void }>();

  after(milliseconds: number, run: () => void): () => void {
    const key = {};
    this.#due.set(key, { milliseconds, run });
    return () => void this.#due.delete(key);
  }

  /** How long each is asked to wait that waits now. */
  get waits(): readonly number[] {
    return [...this.#due.values()].map(({ milliseconds }) => milliseconds);
  }

  /** All that wait have waited long enough. */
  turn(): void {
    const due = [...this.#due.values()];
    this.#due.clear();
    for (const { run } of due) run();
  }
}
