import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { Random } from '../support/random.ts';
import { type Outcome, play, type Step, shrink } from './law/editing-run.ts';
import { someScene } from './law/scenes.ts';

/** The edits of one run; each is followed by a review that starts from the one before. */
const stepsPerRun = 40;
const runs = 500;

/** Reviews are compared with reviews from scratch after every so many edits. */
const interval = 4;

/** Another seed gives other runs; the `PLUMBLINE_SEED` of a failure repeats that run first. `npm run soak` goes on for minutes. */
const { PLUMBLINE_SEED = '1', PLUMBLINE_SOAK_MINUTES = '0' } = process.env;
const firstSeed = Number(PLUMBLINE_SEED);
const soakMinutes = Number(PLUMBLINE_SOAK_MINUTES);

describe('the law of the engine', () => {
  it('says the same with and without the previous review, through whole editing runs', function () {
    this.timeout(soakMinutes > 0 ? 0 : 3_600_000);
    const end = performance.now() + soakMinutes * 60_000;
    const counts = { reviews: 0, comparisons: 0 };
    for (let run = 0; soakMinutes > 0 ? performance.now() < end : run < runs; run++) {
      const { reviews, comparisons } = checkRun(firstSeed + run);
      counts.reviews += reviews;
      counts.comparisons += comparisons;
      if (soakMinutes > 0 && run % 500 === 499) console.log(toldCounts(counts));
    }
    if (soakMinutes > 0) console.log(toldCounts(counts));
    else assert.ok(counts.reviews >= 20_000 && counts.comparisons * 4 >= counts.reviews, toldCounts(counts));
  });
});

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
