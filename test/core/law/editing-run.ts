import { deepStrictEqual } from 'node:assert/strict';
import { openWorkspace, openWorkspaceSteps } from '#core/project/open-workspace.ts';
import { judgeSteps, type Review, review, reviewSteps } from '#core/review.ts';
import type { ReviewSettings } from '#core/review-settings.ts';
import type { Source } from '#core/source.ts';
import { finish, type Steps } from '#core/work/steps.ts';
import { rules } from '#rules/index.ts';
import { presets } from '#rules/presets/presets.ts';
import { mappingRule } from '../../support/mapping-rule.ts';
import { Random } from '../../support/random.ts';
import { resourceRule } from '../../support/resource-rule.ts';
import { happens } from './chance.ts';
import { Desk } from './desk.ts';
import { languageOf } from './file-steps.ts';
import type { Scene } from './scene.ts';
import { takeStep } from './take-step.ts';
import { told, toldEdits } from './told.ts';

const rulebook = { rules: [...rules, resourceRule, mappingRule], presets };

/** One step of a run: edits that one review follows. What it does to a desk depends on its seed and on the desk alone. */
export interface Step {
  readonly seed: number;
}

/** How a run went. `failure` says where reviews differ, or what was thrown; undefined where the law held. */
export interface Outcome {
  readonly log: readonly string[];
  /** How many reviews started from the one before, and how many of them were compared with one from scratch. */
  readonly reviews: number;
  readonly comparisons: number;
  readonly failure: string | undefined;
}

/**
 * Reviews after each step with what the review before left, and compares with a review from scratch after every
 * `interval`th step and after the last one.
 */
export function play(scene: Scene, steps: readonly Step[], interval: number): Outcome {
  const run = new EditingRun(scene);
  try {
    for (const [index, { seed }] of steps.entries()) run.take(seed, (index + 1) % interval === 0);
    run.takeLast();
    return { ...run.counts, failure: undefined };
  } catch (error) {
    return { ...run.counts, failure: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

class EditingRun {
  readonly #desk: Desk;
  readonly #log: string[] = [];
  #latest: Review;
  #reviews = 0;
  #comparisons = 0;

  constructor({ files, opened }: Scene) {
    this.#desk = new Desk(files);
    for (const uri of opened) this.#desk.open(uri, languageOf(uri));
    this.#desk.commit(rulebook);
    this.#latest = review(this.#desk.sources, rulebook, this.#desk.settings);
    this.#desk.reviewed(this.#latest.workspace.sources);
  }

  get counts(): Omit<Outcome, 'failure'> {
    return { log: this.#log, reviews: this.#reviews, comparisons: this.#comparisons };
  }

  /** Edits and reviews. Now and then more is edited while the review is under way; then it may be dropped, as the server does. */
  take(seed: number, isCompared: boolean): void {
    const random = new Random(seed);
    this.#edit(random, '');
    const begun = happens(random, 0.1) ? this.#beginWithPart(random) : this.#begin();
    const isOvertaken = happens(random, 0.1);
    const early = isOvertaken ? advance(begun.steps, random.below(60)) : undefined;
    if (isOvertaken) this.#edit(random, 'while that is reviewed, ');
    if (isOvertaken && early === undefined && happens(random, 0.5)) this.#log.push('drop the review');
    else this.#end(begun, early ?? finish(begun.steps), isCompared, seed);
  }

  /** Reviews and compares what is there at last. */
  takeLast(): void {
    const begun = this.#begin();
    this.#end(begun, finish(begun.steps), true, 0);
  }

  #edit(random: Random, when: string): void {
    this.#log.push(when + takeStep({ desk: this.#desk, random, review: this.#latest }));
  }

  #begin(): BegunReview {
    const { sources, plainSources, settings } = this.#desk;
    return { plainSources, settings, steps: reviewSteps(sources, rulebook, settings, this.#latest) };
  }

  /** First only some of the files are opened, as when the references to the others are still unknown. */
  #beginWithPart(random: Random): BegunReview {
    const { sources, plainSources, settings } = this.#desk;
    const before = this.#latest;
    const part = sources.filter(() => happens(random, 0.7));
    const opened = openWorkspace(part, rulebook, settings, before.workspace);
    function* steps(): Steps<Review> {
      const workspace = yield* openWorkspaceSteps(sources, rulebook, settings, opened);
      return yield* judgeSteps(workspace, rulebook, settings, before);
    }
    return { plainSources, settings, steps: steps() };
  }

  #end({ plainSources, settings }: BegunReview, result: Review, isCompared: boolean, seed: number): void {
    this.#latest = result;
    this.#desk.reviewed(result.workspace.sources);
    this.#reviews++;
    if (!isCompared) return;
    this.#comparisons++;
    compare(result, review(plainSources, rulebook, settings), seed);
  }
}

interface BegunReview {
  readonly plainSources: readonly Source[];
  readonly settings: ReviewSettings;
  readonly steps: Steps<Review>;
}

/** Does some steps of a review; undefined when it is not done then. */
function advance(steps: Steps<Review>, count: number): Review | undefined {
  for (let done = 0; done < count; done++) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
  return undefined;
}

function compare(reused: Review, afresh: Review, seed: number): void {
  const [actual, expected] = [told(reused), told(afresh)];
  if (!isSame(actual, expected)) {
    deepStrictEqual(without(actual, expected), without(expected, actual), 'findings differ');
    deepStrictEqual(actual, expected, 'the order of findings differs');
  }
  // Writing fixes takes longer than all the rest.
  if (seed % 8 === 0)
    deepStrictEqual(toldEdits(reused, new Random(seed)), toldEdits(afresh, new Random(seed)), 'edits of fixes differ');
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((line, index) => line === b[index]);
}

function without(lines: readonly string[], others: readonly string[]): readonly string[] {
  const known = new Set(others);
  return lines.filter((line) => !known.has(line));
}

/** Fewer steps that still break the law; gives up looking when `isOver`. */
export function shrink(scene: Scene, steps: readonly Step[], isOver: () => boolean): readonly Step[] {
  let kept = steps;
  for (let size = Math.ceil(kept.length / 2); size >= 1; size = Math.floor(size / 2)) {
    for (let start = 0; start < kept.length && !isOver(); ) {
      const fewer = [...kept.slice(0, start), ...kept.slice(start + size)];
      if (play(scene, fewer, 1).failure === undefined) start += size;
      else kept = fewer;
    }
  }
  return kept;
}
