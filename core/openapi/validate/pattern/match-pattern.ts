import { holdsCode, isWordCode } from '#core/openapi/validate/pattern/character-set.ts';
import type { PatternProgram } from '#core/openapi/validate/pattern/compile-pattern.ts';
import type { PatternPlace } from '#core/openapi/validate/pattern/parse-pattern.ts';

/** Whether a pattern was found, and how many steps were taken. Undefined where that would have been too many. */
export interface PatternSearch {
  readonly isFound: boolean | undefined;
  readonly steps: number;
}

/**
 * Looks for a pattern anywhere in a text, all ways to match at once: no text and no pattern take more than so many steps as one is long
 * times the other.
 */
export function searchPattern(program: PatternProgram, text: string, mostSteps: number): PatternSearch {
  const codes = Array.from(text, (character) => character.codePointAt(0) ?? 0);
  const search = new Search(program, codes);
  for (let at = 0; at <= codes.length; at++) {
    if (search.goOn(at)) return { isFound: true, steps: search.steps };
    if (search.steps > mostSteps) return { isFound: undefined, steps: search.steps };
  }
  return { isFound: false, steps: search.steps };
}

class Search {
  steps = 0;
  readonly #program: PatternProgram;
  readonly #codes: readonly number[];
  /** The steps that wait for the next character. */
  #waiting: number[] = [];
  /** The place at which a step was reached last. */
  readonly #reached: Int32Array;

  constructor(program: PatternProgram, codes: readonly number[]) {
    this.#program = program;
    this.#codes = codes;
    this.#reached = new Int32Array(program.length).fill(-1);
  }

  /** Takes the character before this place, and begins anew here. True when the pattern ends here. */
  goOn(at: number): boolean {
    const code = this.#codes[at - 1];
    const next: number[] = [];
    const before = this.#waiting;
    this.#waiting = next;
    this.steps += before.length + 1;
    for (const number of before) {
      const step = this.#program[number];
      const takes = step?.kind === 'character' && code !== undefined && holdsCode(step.set, code);
      if (takes && this.#reach(number + 1, at, next)) return true;
    }
    return this.#reach(0, at, next);
  }

  /** Follows the steps that take no character. True when one is the end. */
  #reach(first: number, at: number, waiting: number[]): boolean {
    const pending = [first];
    for (let number = pending.pop(); number !== undefined; number = pending.pop()) {
      const step = this.#program[number];
      if (step === undefined || this.#reached[number] === at) continue;
      this.#reached[number] = at;
      this.steps++;
      if (step.kind === 'match') return true;
      if (step.kind === 'character') waiting.push(number);
      else if (step.kind === 'fork') pending.push(...step.to);
      else if (this.#isAt(step.at, at)) pending.push(number + 1);
    }
    return false;
  }

  #isAt(place: PatternPlace, at: number): boolean {
    if (place === 'start') return at === 0;
    if (place === 'end') return at === this.#codes.length;
    const isBorder = isWordCode(this.#codes[at - 1]) !== isWordCode(this.#codes[at]);
    return isBorder === (place === 'word-border');
  }
}
