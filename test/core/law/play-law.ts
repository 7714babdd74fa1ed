import assert from 'node:assert/strict';
import { Random } from '../../support/random.ts';
import { type Outcome, play, type Step, shrink } from './editing-run.ts';
import { someScene } from './scenes.ts';

/** The edits of one run; each is followed by a review that starts from the one before. */
const stepsPerRun = 40;

/** Reviews are compared with reviews from scratch after every so many edits. */
const interval = 4;

/** Another seed gives other runs; the `PLUMBLINE_SEED` of a failure repeats that run first. `npm run soak` goes on for minutes. */
const { PLUMBLINE_SEED = '1', PLUMBLINE_SOAK_MINUTES = '0' } = process.env;
const seedOfAll = Number(PLUMBLINE_SEED);
const soakMinutes = Number(PLUMBLINE_SOAK_MINUTES);

/** Plays so many runs, those behind the first so many, or as many as the minutes of a soak take; throws where the law does not hold. */
export function playLaw({ runs, behind }: { readonly runs: number; readonly behind: number }): void {
  const end = performance.now() + soakMinutes * 60_000;
  const counts = { reviews: 0, comparisons: 0 };
  for (let run = 0; soakMinutes > 0 ? performance.now() < end : run < runs; run++) {
    const { reviews, comparisons } = checkRun(seedOfAll + behind + run);
    counts.reviews += reviews;
    counts.comparisons += comparisons;
    if (soakMinutes > 0 && run % 500 === 499) console.log(toldCounts(counts));
  }
  if (soakMinutes > 0) console.log(toldCounts(counts));
  else
    assert.ok(
      counts.reviews >= runs * stepsPerRun && counts.comparisons * interval >= counts.reviews,
      toldCounts(counts),
    );
}

function toldCounts({ reviews, comparisons }: { reviews: number; comparisons: number }): string {
  return `${reviews} edits reviewed, ${comparisons} times compared with a review from scratch`;
}

/** Throws with the shrunk run when the law does not hold. */
function checkRun(seed: number): Outcome {
  const random = new Random(seed);
  const scene = someScene(random);
  const steps = Array.from({ length: stepsPerRun }, (): Step => ({ seed: random.below(2 ** 31) }));
  const outcome = play(scene, steps, interval);
  if (outcome.failure === undefined) return outcome;
  const deadline = performance.now() + 20_000;
  const shrunk = play(
    scene,
    shrink(scene, steps, () => performance.now() > deadline),
    1,
  );
  const told = shrunk.log.map((step, index) => `${index + 1}. ${step}`).join('\n');
  assert.fail(`PLUMBLINE_SEED=${seed} (${scene.name})\n${told}\n${shrunk.failure ?? outcome.failure}`);
}
