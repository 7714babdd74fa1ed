import { userTime } from '../support/user-time.ts';
import { type HostileInput, hostileInputs } from './hostile-inputs.ts';
import { failuresIn, reviewed } from './reviewed.ts';

/** An input is doubled so often: what grows in proportion is then well apart from what does not, whatever else the machine does. */
const doublings = 3;

/** Twice the input may take so much more work. */
const mostGrowth = 2.5;

/** An input is enlarged until it takes so many milliseconds: less cannot be told from nothing. */
const leastTime = 8;

/** So often it is doubled for that; what takes less even then is no work. */
const enlargements = 4;

/** What grows too fast is measured again, each time with more care: garbage and other processes may have been in the way. */
const attempts = 3;

/** What fails, or takes more than 2.5 times the work for twice the size; every second input, so that two processes share them. */
export function growthFaults(half: 'even' | 'odd'): readonly string[] {
  // Compiles what all of them run.
  for (const { size, files } of hostileInputs.slice(0, 80)) reviewed(files(Math.ceil(size / 8)));
  return hostileInputs.flatMap((input, index) => ((index % 2 === 0) === (half === 'even') ? complaint(input) : []));
}

function complaint({ name, size, files }: HostileInput): readonly string[] {
  const failures = failuresIn(reviewed(files(size)));
  if (failures.length > 0) return [`${name}: ${failures[0]}`];
  const start = sizeToCompare(size, files);
  const [small, large] = [files(start), files(start * 2 ** doublings)];
  for (let attempt = 1; ; attempt++) {
    const care = { runs: 1 + 2 * attempt, isClean: attempt > 1 };
    const base = userTime(() => reviewed(small), care);
    const limit = Math.max(base, leastTime) * mostGrowth ** doublings;
    const time = userTime(() => reviewed(large), { ...care, enough: limit });
    if (time <= limit) return [];
    if (attempt === attempts) return [`${name}: ${base.toFixed(1)} ms become ${time.toFixed(1)} ms`];
  }
}

/** The first size, beginning at this one, whose review takes long enough. */
function sizeToCompare(size: number, files: HostileInput['files']): number {
  for (let doubled = 0, each = size; ; doubled++, each *= 2) {
    const texts = files(each);
    if (doubled === enlargements || userTime(() => reviewed(texts), { runs: 2, enough: leastTime }) >= leastTime)
      return each;
  }
}
