import type { Steps } from '#core/work/steps.ts';
import { inSlices } from '#server/foreground/in-slices.ts';
import type { Turn } from '#server/platform.ts';
import type { Clock } from '#server/typing/clock.ts';

/** So long nothing happens before something is prepared, in milliseconds: somebody who types makes shorter pauses. */
const rest = 1_000;

/** Does what will be asked for while there is nothing else to do, in slices: the latest plan, and only as long as that holds. */
export class Preparation {
  readonly #clock: Clock;
  readonly #turn: Turn;
  readonly #onError: (error: unknown) => void;
  #plans = 0;
  #cancel: (() => void) | undefined;

  constructor(clock: Clock, turn: Turn, onError: (error: unknown) => void) {
    this.#clock = clock;
    this.#turn = turn;
    this.#onError = onError;
  }

  /** Does this after a rest. What was planned before is dropped, done or not; so is this once `isOver` says so. */
  plan(steps: Steps<void>, isOver: () => boolean): void {
    this.drop();
    const plan = this.#plans;
    const isDropped = () => plan !== this.#plans || isOver();
    this.#cancel = this.#clock.after(rest, () => {
      if (!isDropped()) void inSlices(this.#turn, steps, isDropped).catch(this.#onError);
    });
  }

  drop(): void {
    this.#plans++;
    this.#cancel?.();
    this.#cancel = undefined;
  }
}
