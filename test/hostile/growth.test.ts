import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { type HostileInput, hostileInputs } from './hostile-inputs.ts';
import { failuresIn, reviewed } from './reviewed.ts';
import { userTime } from './user-time.ts';

/** An input is doubled so often: what grows in proportion is then well apart from what does not, whatever else the machine does. */
const doublings = 3;

/** Twice the input may take so much more work. */
const mostGrowth = 2.5;

/** Less than so many milliseconds cannot be told from nothing. */
const leastTime = 40;

/** What grows too fast is measured again: other processes may have been in the way. */
const attempts = 5;

describe('what nobody writes', function () {
  this.timeout(0);

  it('takes no more than 2.5 times the work for twice the size, and fails nowhere', () => {
    // Compiles what all of them run.
    for (const { size, files } of hostileInputs.slice(0, 80)) reviewed(files(Math.ceil(size / 8)));
    const wrong = hostileInputs.flatMap(complaint);
    assert.deepEqual(wrong, []);
  });
});

function complaint({ name, size, files }: HostileInput): readonly string[] {
  const [small, large] = [files(size), files(size * 2 ** doublings)];
  const failures = failuresIn(reviewed(small));
  if (failures.length > 0) return [`${name}: ${failures[0]}`];
  for (let attempt = 1; ; attempt++) {
    const base = Math.max(
      leastTime,
      userTime(() => reviewed(small), 3, leastTime),
    );
    const limit = base * mostGrowth ** doublings;
    const time = userTime(() => reviewed(large), 2, limit);
    if (time <= limit) return [];
    if (attempt === attempts) return [`${name}: ${base.toFixed(1)} ms become ${time.toFixed(1)} ms`];
  }
}
