import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { noteWish } from '#client/note-wish.ts';
import type { HumanItemState, ItemVerdict } from '#server/protocol.ts';

function answered(verdict: ItemVerdict, note: string | undefined): HumanItemState['answer'] {
  return { verdict, ...(note === undefined ? {} : { note }) } as HumanItemState['answer'];
}

describe('the note of an answer', () => {
  it('is asked for with a yes and with a no, where the question asks what, which or why', () => {
    const wish = (verdict: ItemVerdict) => noteWish({ asksNote: true }, verdict)?.isNeeded;
    assert.deepEqual([wish('yes'), wish('no'), wish('not-applicable')], [true, false, undefined]);
    assert.equal(noteWish({ asksNote: false }, 'no'), undefined);
  });

  it('is not asked for again, but where it was given for another answer', () => {
    const wish = (verdict: ItemVerdict, answer: HumanItemState['answer']) =>
      noteWish({ asksNote: true, ...(answer && { answer }) }, verdict)?.isNeeded;
    assert.equal(wish('yes', answered('yes', 'Kept for a day.')), undefined);
    assert.equal(wish('no', answered('yes', 'Kept for a day.')), false);
    assert.equal(wish('yes', answered('no', 'Nobody looked.')), true);
    assert.equal(wish('no', answered('no', undefined)), false);
  });
});
