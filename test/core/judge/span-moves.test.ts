import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { SpanMoves } from '#core/judge/span-moves.ts';
import { cutDescription } from '#core/openapi/cut-description.ts';
import type { RawFinding } from '#core/raw-finding.ts';

const { sections } = cutDescription({ uri: 'file:///a.yaml', text: 'a: 1\n', language: 'yaml' });
const [section] = sections;
assert.ok(section);
const { id } = section;
const [otherSection] = cutDescription({ uri: 'file:///c.yaml', text: 'a: 1\n', language: 'yaml' }).sections;
assert.ok(otherSection);

describe('SpanMoves', () => {
  it('gives findings and what they relate to their new places', () => {
    const moves = movesOf([1, 2, 5, 6], [4, 5, 8, 9]);
    const related = [{ section, span: span(4, 5), message: 'There.' }];
    const moved = moves.applyTo([{ ...finding(1, 2), finding: { ...finding(1, 2).finding, related } }]);
    assert.deepEqual(moved?.[0]?.finding.span, span(5, 6));
    assert.deepEqual(moved?.[0]?.finding.related?.[0]?.span, span(8, 9));
  });

  it('moves once what names several sections that moved', () => {
    const moves = movesOf([1, 2, 5, 6], [5, 6, 9, 10]);
    moves.addSpan(otherSection.id, span(1, 2), span(2, 3));
    const related = [{ section: otherSection, span: span(1, 2), message: 'There.' }];
    const moved = moves.applyTo([{ ...finding(1, 2), finding: { ...finding(1, 2).finding, related } }]);
    assert.deepEqual(moved?.[0]?.finding.span, span(5, 6));
    assert.deepEqual(moved?.[0]?.finding.related?.[0]?.span, span(2, 3));
  });

  it('leaves sections alone that no fact names', () => {
    const moves = new SpanMoves();
    moves.addSpan('file:///b.yaml#', span(1, 2), span(5, 6));
    assert.deepEqual(moves.applyTo([finding(1, 2)]), [finding(1, 2)]);
  });

  for (const [what, moves] of [
    ['a place that no fact names', movesOf([3, 4, 5, 6])],
    ['places that changed their order', movesOf([1, 2, 5, 6], [3, 4, 2, 3])],
    ['places that began together and no longer do', movesOf([1, 2, 5, 6], [1, 4, 6, 8])],
    ['one place that became two', movesOf([1, 2, 5, 6], [1, 2, 7, 8])],
  ] as const) {
    it(`knows nothing of ${what}`, () => {
      assert.equal(moves.applyTo([finding(1, 2)]), undefined);
    });
  }

  it('is empty when nothing moved', () => {
    assert.equal(movesOf([1, 2, 1, 2]).isEmpty, true);
    assert.equal(movesOf([1, 2, 1, 2], [3, 4, 5, 6]).isEmpty, false);
    assert.equal(movesOf([1, 2, 1, 2], [1, 2, 5, 6]).isEmpty, false);
  });
});

/** Each move as start and end before, start and end after. */
function movesOf(...moves: readonly (readonly [number, number, number, number])[]): SpanMoves {
  const result = new SpanMoves();
  for (const [start, end, newStart, newEnd] of moves) result.addSpan(id, span(start, end), span(newStart, newEnd));
  return result;
}

function span(start: number, end: number) {
  return { start, end };
}

function finding(start: number, end: number): RawFinding {
  assert.ok(section);
  return {
    ruleId: 'openapi/a',
    severity: 'info',
    group: 'file:///a.yaml',
    section,
    finding: { span: span(start, end), message: 'A.' },
  };
}
