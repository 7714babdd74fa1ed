import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import type { Edit } from '#core/text/span.ts';
import { MovedSpans } from '#server/typing/moved-spans.ts';

const span = fc.tuple(fc.nat(30), fc.nat(5)).map(([start, length]) => ({ start, end: start + length }));

/** Sorted, without overlaps, at most one at each place. */
const edits = fc
  .array(fc.record({ gap: fc.integer({ min: 1, max: 9 }), length: fc.nat(4), newText: fc.string({ maxLength: 5 }) }))
  .map((all) => {
    const sorted: Edit[] = [];
    let at = -1;
    for (const { gap, length, newText } of all) {
      sorted.push({ span: { start: at + gap, end: at + gap + length }, newText });
      at += gap + length;
    }
    return sorted;
  });

describe('the spans of an edited text', () => {
  it('stand where they stand after one edit after the other', () => {
    fc.assert(
      fc.property(edits, span, (all, before) => {
        const moves = new MovedSpans(all);
        let expected = before;
        for (const edit of all.toReversed()) expected = movedBy(edit, expected);
        assert.deepEqual(moves.moved(before), expected);
        const touched = all.some((edit) => edit.span.start <= before.end && before.start <= edit.span.end);
        assert.equal(moves.isTouched(before), touched);
      }),
      { numRuns: 2000 },
    );
  });

  it('may begin with what was inserted at their start', () => {
    const moves = new MovedSpans([{ span: { start: 4, end: 4 }, newText: 'abc' }]);
    assert.deepEqual(moves.moved({ start: 4, end: 6 }), { start: 7, end: 9 });
    assert.equal(moves.earliestStart({ start: 4, end: 6 }), 4);
  });
});

function movedBy({ span: { start, end }, newText }: Edit, span: Edit['span']): Edit['span'] {
  const growth = newText.length - (end - start);
  const from = end <= span.start ? span.start + growth : Math.min(span.start, start);
  const to = end < span.end ? span.end + growth : start < span.end ? start : span.end;
  return { start: from, end: Math.max(from, to) };
}
