/** So much is done in one step, in units of `cost`: about a millisecond of work. */
const stepCost = 500_000;

/** What is done for one thing, against a unit of text that is only looked through. Where things differ in size, this is the most of them. */
export const cost = {
  /** One UTF-16 unit of text is looked through. */
  scanned: 1,
  /** One UTF-16 unit of text is read, or its tree is compared. */
  read: 5,
  /** Something is passed by or taken over as it is: its identity is compared, and it is put into a list or a map. */
  passed: 1_000,
  /** Something small is looked into: what a section keeps, a finding's place. */
  looked: 2_500,
  /** A reference is followed, a source is classified, facts are compared. */
  followed: 5_000,
} as const;

/** Counts what is done since the latest pause: `if (pace.isDue(cost.passed)) yield;` behind each thing that is done. */
export class Pace {
  #left = stepCost;

  /** True when a pause is due after work of this cost; then counting begins anew. */
  isDue(done: number): boolean {
    this.#left -= done;
    if (this.#left > 0) return false;
    this.#left = stepCost;
    return true;
  }
}
