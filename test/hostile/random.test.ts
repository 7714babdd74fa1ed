import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { Random } from '../support/random.ts';
import { userTime } from '../support/user-time.ts';
import { randomInput } from './random-input.ts';
import { failuresIn, findingsIn, reviewed } from './reviewed.ts';

const runs = 40;

/** Another seed gives other runs; `npm run soak -- hostile` goes on for minutes. */
const { PLUMBLINE_SEED = '1', PLUMBLINE_SOAK_MINUTES = '0' } = process.env;
const firstSeed = Number(PLUMBLINE_SEED);
const soakMinutes = Number(PLUMBLINE_SOAK_MINUTES);

/** Eight times the size may take so much more work: 2.5 times for each doubling. Work of fewer milliseconds counts as so many. */
const mostGrowth = 2.5 ** 3;
const leastTime = 40;

describe('what nobody would think of', function () {
  this.timeout(0);

  it('fails nowhere, takes no more than its size, and leaves what lies beside it alone', () => {
    const end = performance.now() + soakMinutes * 60_000;
    for (let run = 0; soakMinutes > 0 ? performance.now() < end : run < runs; run++) check(firstSeed + run);
  });
});

const beside = { 'beside/api.yaml': "openapi: 3.1.0\ninfo: { title: T, version: '1' }\npaths:\n  /getOrders: {}\n" };
const expected = JSON.stringify(findingsIn('beside/api.yaml', reviewed(beside)));

function check(seed: number): void {
  const files = randomInput(new Random(seed));
  const [small, large] = [
    { ...files(1), ...beside },
    { ...files(8), ...beside },
  ];
  const first = reviewed(small);
  assert.deepEqual(failuresIn(first), [], `PLUMBLINE_SEED=${seed}`);
  assert.equal(JSON.stringify(findingsIn('beside/api.yaml', first)), expected, `PLUMBLINE_SEED=${seed}`);
  const base = Math.max(
    leastTime,
    userTime(() => reviewed(small), { runs: 2, enough: leastTime }),
  );
  const time = userTime(() => reviewed(large), { runs: 4, enough: base * mostGrowth, isClean: true });
  assert.ok(time <= base * mostGrowth, `PLUMBLINE_SEED=${seed}: ${base} ms become ${time} ms`);
}
