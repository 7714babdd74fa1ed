import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { forgetReads, foundOnce, noteRead, noteReads, recordReads } from '#core/work/note-read.ts';
import { keyOf, type Read } from '#core/work/read.ts';

const [a, b, c]: readonly Read[] = ['a', 'b', 'c'].map((id) => ({ kind: 'section', id }));

function keysOf(work: () => void): readonly string[] {
  return [...recordReads(work).reads].sort();
}

function keys(...reads: readonly (Read | undefined)[]): readonly string[] {
  return reads.map((read) => (read === undefined ? '' : keyOf(read))).sort();
}

function note(read: Read | undefined): void {
  if (read !== undefined) noteRead(read);
}

describe('what work reads', () => {
  it('is noted nowhere where nobody will ask, and found out once nevertheless', () => {
    let found = 0;
    let within: Iterable<string> = [];
    const around = keysOf(() => {
      forgetReads(() => {
        note(a);
        within = recordReads(() => note(b)).reads;
        for (let time = 0; time < 2; time++) foundOnce(keysOf, keys, () => found++);
      });
      note(c);
    });
    assert.deepEqual([[...within], around, found], [[], keys(c), 1]);
  });

  it('is noted while it is done, and not before or after', () => {
    note(a);
    const during = keysOf(() => note(b));
    note(c);
    assert.deepEqual(during, keys(b));
    assert.deepEqual(
      keysOf(() => undefined),
      [],
    );
  });

  it('is read by the work around it, too, now and when it is done again', () => {
    const inner = { reads: new Set<never>() as ReturnType<typeof recordReads>['reads'] };
    const outer = keysOf(() => {
      note(a);
      inner.reads = recordReads(() => note(b)).reads;
    });
    assert.deepEqual([[...inner.reads], outer], [keys(b), keys(a, b)]);
    assert.deepEqual(
      keysOf(() => noteReads(inner.reads)),
      keys(b),
    );
  });

  it('is noted of work that fails, for the work around it', () => {
    const reads = keysOf(() => {
      const failing = () => {
        note(a);
        throw new Error('no');
      };
      assert.throws(() => recordReads(failing));
    });
    assert.deepEqual(reads, keys(a));
  });

  it('is read once where it is found out once, and by each work anew', () => {
    let count = 0;
    const [kind, thing] = [{}, {}];
    const find = () => foundOnce(kind, thing, () => ++count);
    recordReads(() => assert.deepEqual([find(), find()], [1, 1]));
    recordReads(() => assert.equal(find(), 2));
    assert.deepEqual([find(), find()], [3, 4]);
  });

  it('has one key for all sections at one place, and others for other things', () => {
    const ids = ['u#/paths/~1a', 'u#/paths/~1a~2', 'u#/paths/~1a~13', 'u#/paths/~1'];
    const [first, second, third, other] = ids.map((id) => keyOf({ kind: 'details', id }));
    assert.deepEqual([second, third], [first, first]);
    assert.notEqual(other, first);
    assert.notEqual(keyOf({ kind: 'section', id: ids[0] ?? '' }), first);
    const [name, names] = [
      keyOf({ kind: 'name', group: 'g', of: 'openapi.schema', name: 'A' }),
      keyOf({ kind: 'names', group: 'g', of: 'openapi.schema' }),
    ];
    assert.notEqual(name, names);
  });
});
