import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Steps } from '#core/work/steps.ts';
import { eachInSlices, finishInSlices, inSlices } from '#server/foreground/in-slices.ts';
import { nodePlatform } from '#server/node-platform.ts';

const { turn } = nodePlatform();

const steps = 60;

describe('work in slices', () => {
  it('is done to its end, other events in between', async () => {
    const turns = countTurns();
    assert.equal(await finishInSlices(turn, slowly()), steps);
    // 60 ms at least, in slices of 5.
    assert.ok(turns() >= 5, `${turns()} turns`);
  });

  it('is dropped where it is for nothing', async () => {
    let asked = 0;
    assert.equal(await inSlices(turn, slowly(), () => ++asked === 3), undefined);
    assert.equal(asked, 3);
    assert.equal(await inSlices(turn, slowly(), () => false), steps);
  });

  it('does something with each item, other events in between', async () => {
    const turns = countTurns();
    const done: number[] = [];
    const items = Array.from({ length: steps }, (_, index) => index);
    await eachInSlices(turn, items, (item) => {
      takeTime();
      done.push(item);
    });
    assert.deepEqual(done, items);
    assert.ok(turns() >= 5, `${turns()} turns`);
  });
});

function* slowly(): Steps<number> {
  for (let step = 0; step < steps; step++) {
    takeTime();
    yield;
  }
  return steps;
}

function takeTime(): void {
  for (const end = performance.now() + 1; performance.now() < end; );
}

/** How many turns the event loop has taken since. */
function countTurns(): () => number {
  let turns = 0;
  let isOver = false;
  const count = () => {
    turns++;
    if (!isOver) setImmediate(count);
  };
  setImmediate(count);
  return () => {
    isOver = true;
    return turns;
  };
}
