import { compilePattern, type PatternProgram } from '#core/openapi/validate/pattern/compile-pattern.ts';
import { type PatternSearch, searchPattern } from '#core/openapi/validate/pattern/match-pattern.ts';

/** A search that takes more is given up. */
const mostSteps = 200_000;

/** So many steps take as long as to apply a schema to a value. */
const stepsAtOnce = 20;

/** A longer program is made anew for each text: a file of ten megabytes may hold as many as it has lines. */
const mostKept = 200;

/**
 * The pattern of a schema. It is never given to `RegExp`, which takes exponential time when somebody wants it to; what cannot be matched
 * in linear time is not known.
 */
export class Pattern {
  readonly #source: string;
  #kept: PatternProgram | undefined;

  constructor(source: string) {
    this.#source = source;
  }

  /** Looks for it in a text; `steps` as `Evaluation.spend` counts them. */
  search(text: string): PatternSearch {
    const program = this.#kept ?? compilePattern(this.#source);
    if (program === undefined) return { isFound: undefined, steps: Math.ceil(this.#source.length / stepsAtOnce) };
    const isNew = program !== this.#kept;
    if (program.length <= mostKept) this.#kept = program;
    const { isFound, steps } = searchPattern(program, text, mostSteps);
    return { isFound, steps: Math.ceil((steps + (isNew ? program.length : 0)) / stepsAtOnce) };
  }
}
