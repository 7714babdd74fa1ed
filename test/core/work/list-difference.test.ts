import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { listDifference } from '#core/work/list-difference.ts';

const list = fc.uniqueArray(fc.nat(9));

describe('listDifference', () => {
  it('tells what is gone and what is new', () => {
    fc.assert(
      fc.property(list, list, (before, after) => {
        const { removed, added } = listDifference(before, after);
        assert.deepEqual(
          removed,
          before.filter((item) => !after.includes(item)),
        );
        assert.deepEqual(
          added,
          after.filter((item) => !before.includes(item)),
        );
      }),
    );
  });

  it('tells one of each two that changed places', () => {
    fc.assert(
      fc.property(list, list, (before, after) => {
        const { moved } = listDifference(before, after);
        const kept = after.filter((item) => before.includes(item));
        for (const [place, first] of kept.entries()) {
          for (const second of kept.slice(place + 1)) {
            const isSwapped = before.indexOf(first) > before.indexOf(second);
            assert.ok(!isSwapped || moved.includes(first) || moved.includes(second), `${first} and ${second}`);
          }
        }
        assert.equal(
          moved.length === 0,
          kept.every((item, place) => place === 0 || before.indexOf(kept[place - 1] ?? item) < before.indexOf(item)),
        );
      }),
    );
  });
});
