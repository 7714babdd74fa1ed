import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Steps } from '#core/work/steps.ts';
import { Preparation } from '#server/foreground/preparation.ts';

/** A clock that strikes when it is told to. */
class HeldClock {
  #waiting = new Set<() => void>();

  after(_milliseconds: number, run: () => void): () => void {
    this.#waiting.add(run);
    return () => this.#waiting.delete(run);
  }

  strike(): void {
    const due = this.#waiting;
    this.#waiting = new Set();
    for (const run of due) run();
  }
}

const never = () => false;

/** Plans, and tells what was done of them. */
function prepared() {
  const clock = new HeldClock();
  const done: string[] = [];
  const errors: unknown[] = [];
  const turn = () => new Promise<void>((resolve) => setImmediate(resolve));
  const preparation = new Preparation(clock, turn, (error) => void errors.push(error));
  function* once(name: string): Steps<void> {
    yield;
    done.push(name);
  }
  return { clock, done, errors, turn, preparation, once };
}

describe('what is prepared', () => {
  it('is done after a rest, and only the latest of it', async () => {
    const { clock, done, turn, preparation, once } = prepared();
    preparation.plan(once('first'), never);
    preparation.plan(once('second'), never);
    assert.deepEqual(done, []);
    clock.strike();
    await turn();
    assert.deepEqual(done, ['second']);
    preparation.plan(once('third'), never);
    preparation.drop();
    clock.strike();
    await turn();
    assert.deepEqual(done, ['second']);
  });

  it('ends after the slice in which it is over, dropped, or planned anew', async () => {
    for (const end of ['over', 'dropped', 'planned'] as const) {
      const { clock, done, turn, preparation, once } = prepared();
      let isOver = false;
      let steps = 0;
      function* endless(): Steps<void> {
        for (;;) {
          steps++;
          yield;
        }
      }
      preparation.plan(endless(), () => isOver);
      clock.strike();
      await turn();
      if (end === 'over') isOver = true;
      else if (end === 'dropped') preparation.drop();
      else preparation.plan(once('next'), never);
      await turn();
      await turn();
      const known = steps;
      assert.ok(known > 0);
      await turn();
      assert.equal(steps, known);
      clock.strike();
      await turn();
      assert.deepEqual(done, end === 'planned' ? ['next'] : []);
    }
  });

  it('is not begun once it is over, and tells what goes wrong', async () => {
    const { clock, done, errors, turn, preparation, once } = prepared();
    preparation.plan(once('late'), () => true);
    clock.strike();
    await turn();
    assert.deepEqual(done, []);
    // biome-ignore lint/correctness/useYield: it fails at once.
    function* failing(): Steps<void> {
      throw new Error('a mistake of ours');
    }
    preparation.plan(failing(), never);
    clock.strike();
    await turn();
    assert.match(String(errors), /a mistake of ours/);
  });
});
