import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { cost, Pace } from '#core/work/pace.ts';

describe('the pace of work', () => {
  for (const [name, costs, most] of [
    ['many small things', [cost.passed], 500],
    ['few that cost more', [cost.fact], 50],
    ['both in turn', [cost.passed, 4_000], 200],
    ['a large one now and then', [cost.passed, 1_000_000], 2],
  ] as const) {
    it(`is that of a pause after at most ${most} things: ${name}`, () => {
      const pace = new Pace();
      let [sincePause, longest] = [0, 0];
      for (let thing = 0; thing < 5000; thing++) {
        longest = Math.max(longest, ++sincePause);
        if (pace.isDue(costs[thing % costs.length] ?? 0)) sincePause = 0;
      }
      assert.equal(longest, most);
    });
  }
});
