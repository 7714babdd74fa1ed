import type { Review } from '#core/review.ts';
import type { Random } from '../../support/random.ts';
import type { Desk } from './desk.ts';

/** What a step works on. `review` is the latest one; the desk may have changed since, within a step of several edits. */
export interface Table {
  readonly desk: Desk;
  readonly random: Random;
  readonly review: Review;
}

/** A way to edit; says what it did, or undefined when there was nothing to do it to. */
export type Act = (table: Table) => string | undefined;

/** An act by its name, and how often it is chosen compared with others. */
export interface StepKind {
  readonly name: string;
  readonly weight: number;
  readonly act: Act;
}
