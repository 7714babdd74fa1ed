import assert from 'node:assert/strict';
import { forEachSaid, isGeneratorFunction } from '#core/judge/for-each-said.ts';

function* counted(): Generator<number> {
  yield 1;
  yield 2;
}

/** What is taken of what a rule says, where it is a function of this kind. */
function taken(work: () => Iterable<number>): readonly number[] {
  const things: number[] = [];
  forEachSaid(work(), isGeneratorFunction(work), (thing, of) => of.push(thing), things);
  return things;
}

describe('forEachSaid', () => {
  it('takes what generators, lists and other things say', () => {
    assert.deepEqual(taken(counted), [1, 2]);
    assert.deepEqual(
      taken(() => [3, 4]),
      [3, 4],
    );
    assert.deepEqual(
      taken(() => new Set([5, 6])),
      [5, 6],
    );
    assert.deepEqual(
      taken(() => []),
      [],
    );
  });

  it('takes what a function says that hands a generator on', () => {
    assert.deepEqual(
      taken(() => counted()),
      [1, 2],
    );
  });

  it('lets pass what a generator throws', () => {
    function* failing(): Generator<number> {
      yield 1;
      throw new RangeError('too far');
    }
    assert.throws(() => taken(failing), RangeError);
  });
});
