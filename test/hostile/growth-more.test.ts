import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { growthFaults } from './growth.ts';

describe('what nobody writes', function () {
  this.timeout(0);

  it('takes no more than 2.5 times the work for twice the size, and fails nowhere: odd inputs', () => {
    assert.deepEqual(growthFaults('odd'), []);
  });
});
