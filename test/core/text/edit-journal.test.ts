import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { EditJournal } from '#core/text/edit-journal.ts';
import { applyEdits, type Edit } from '#core/text/span.ts';

const text = fc.string({ minLength: 1, maxLength: 60 });
const place = fc.record({ at: fc.nat(1000), length: fc.nat(6), newText: fc.string({ maxLength: 4 }) });
/** Edits made at once, or one after the other from the last to the first or from the first to the last. */
const round = fc.record({
  places: fc.array(place, { minLength: 1, maxLength: 12 }),
  order: fc.constantFrom('at once', 'backwards', 'forwards'),
});

/** Edits of one text, in order, without overlaps; two may touch. */
function apart(length: number, places: readonly { at: number; length: number; newText: string }[]): readonly Edit[] {
  const edits: Edit[] = [];
  for (const { at, length: wanted, newText } of places.toSorted(
    (a, b) => (a.at % (length + 1)) - (b.at % (length + 1)),
  )) {
    const start = at % (length + 1);
    const last = edits.at(-1);
    if (last !== undefined && (start < last.span.end || start === last.span.start)) continue;
    edits.push({ span: { start, end: Math.min(length, start + wanted) }, newText });
  }
  return edits;
}

/** The edits as they are when those before them in the text are made already. */
function forwards(edits: readonly Edit[]): readonly Edit[] {
  let shift = 0;
  return edits.map(({ span, newText }) => {
    const moved = { span: { start: span.start + shift, end: span.end + shift }, newText };
    shift += newText.length - (span.end - span.start);
    return moved;
  });
}

describe('EditJournal', () => {
  it('adds edits up to edits of the first text', () => {
    fc.assert(
      fc.property(text, fc.array(round, { maxLength: 8 }), (first, rounds) => {
        const journal = new EditJournal();
        let current = first;
        for (const { places, order } of rounds) {
          const edits = apart(current.length, places);
          if (order === 'at once') journal.record(edits);
          for (const edit of order === 'backwards' ? edits.toReversed() : []) journal.record([edit]);
          for (const edit of order === 'forwards' ? forwards(edits) : []) journal.record([edit]);
          current = applyEdits(current, edits);
          const hunks = journal.hunks((start, end) => current.slice(start, end));
          assert.equal(applyEdits(first, hunks), current);
          assert.equal(applyEdits(first, journal.editsOf(first, current)), current);
          for (const [index, { span }] of hunks.entries()) {
            assert.ok(span.start > (hunks[index - 1]?.span.end ?? -1), 'Hunks that touch are one.');
          }
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('keeps places apart that were edited apart', () => {
    const journal = new EditJournal();
    const first = 'a'.repeat(1000);
    const edits = Array.from({ length: 100 }, (_, index) => ({
      span: { start: index * 10 + 2, end: index * 10 + 4 },
      newText: `${index}`,
    }));
    for (const edit of edits.toReversed()) journal.record([edit]);
    const current = applyEdits(first, edits);
    assert.deepEqual(
      journal.hunks((start, end) => current.slice(start, end)),
      edits,
    );
  });
});
