import assert from 'node:assert/strict';
import { setImmediate, setTimeout } from 'node:timers/promises';
import { describe, it } from 'mocha';
import { ReviewLoop } from '#server/foreground/review-loop.ts';
import { nodePlatform } from '#server/node-platform.ts';

describe('the review loop', () => {
  it('begins at once, however long the last review took', async () => {
    let begun = 0;
    const loop = loopOf(async () => {
      begun++;
      await setTimeout(300);
    });
    loop.request();
    await loop.settled();
    assert.equal(begun, 1);
    loop.request();
    for (let turn = 0; turn < 3; turn++) await setImmediate();
    assert.equal(begun, 2);
    await loop.settled();
  });

  it('takes what arrives together in one review', async () => {
    let begun = 0;
    const loop = loopOf(async () => {
      begun++;
    });
    for (let message = 0; message < 5; message++) {
      loop.request();
      await setImmediate();
    }
    await setImmediate();
    await setImmediate();
    assert.equal(begun, 1);
    await loop.settled();
    assert.equal(begun, 1);
  });

  it('reviews again what has changed during a review', async () => {
    let begun = 0;
    const loop = loopOf(async () => {
      begun++;
      if (begun === 1) loop.request();
      await setImmediate();
    });
    loop.request();
    await loop.settled();
    await loop.settled();
    assert.equal(begun, 2);
    assert.equal(loop.isOutdated, false);
  });

  it('goes on after a review that failed', async () => {
    const errors: unknown[] = [];
    let begun = 0;
    const loop = new ReviewLoop(
      nodePlatform().turn,
      async () => {
        begun++;
        throw new Error(`${begun}`);
      },
      (error) => errors.push(error),
    );
    loop.request();
    await loop.settled();
    loop.request();
    await loop.settled();
    assert.equal(errors.length, 2);
  });
});

/** A loop whose reviews take the newest texts once, when they begin. */
function loopOf(run: () => Promise<void>): ReviewLoop {
  const loop = new ReviewLoop(
    nodePlatform().turn,
    () => {
      loop.begin();
      return run().then(() => loop.finish());
    },
    (error) => assert.fail(String(error)),
  );
  return loop;
}
