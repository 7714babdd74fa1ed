import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { openWork } from '#client/open-work.ts';

describe('the badge of the checklist', () => {
  it('counts the rows that are to be mended or decided, and says so', () => {
    const tooltip = 'Open work: 9 rows of the checklist, 2 to mend, 7 to decide';
    const counts = [
      { failing: 2, open: 3 },
      { failing: 0, open: 4 },
    ];
    assert.deepEqual(openWork(counts), { value: 9, tooltip });
    assert.equal(openWork([{ failing: 1, open: 0 }])?.tooltip, 'Open work: 1 row of the checklist, 1 to mend');
    assert.equal(openWork([{ failing: 0, open: 0 }]), undefined);
    assert.equal(openWork([]), undefined);
  });
});
