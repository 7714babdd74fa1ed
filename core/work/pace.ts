/** So much is done in one step, in units of `cost`: about a millisecond of work, so that a slice of the server's time (5 ms) ends when it should. */
const stepCost = 500_000;

/** What it costs to do something to one thing, against looking through one unit of text. Of what differs in size this is the most. */
export const cost = {
  /** A UTF-16 unit of text is looked through. */
  scanned: 1,
  /** A UTF-16 unit of a section is compared with the tree it was. */
  compared: 5,
  /** A UTF-16 unit of a section is looked through for what has a name, and what leads to it. */
  asked: 30,
  /** A line is taken apart. */
  line: 50,
  /** A thing is passed by, or taken over as it is, or put into a list: a section, a judgement, a finding, a file. */
  passed: 1_000,
  /** Something small is looked up in a thing: what suppresses in a section, which facts of a unit have some key. */
  looked: 2_500,
  /** A `$ref` is followed, a source is told to be a description or not. */
  followed: 5_000,
  /** A fact is compared with others, or with what it was. */
  fact: 10_000,
} as const;

/** Counts what was done since the latest pause: `if (pace.isDue(cost.passed)) yield;` behind each thing. */
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
