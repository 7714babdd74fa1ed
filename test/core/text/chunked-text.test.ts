import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { ChunkedText } from '#core/text/chunked-text.ts';
import { LineIndex } from '#core/text/line-index.ts';
import { applyEdits, type Edit } from '#core/text/span.ts';

const line = fc.oneof(fc.constantFrom('', 'a', 'key: value', '\r', 'x\ry'), fc.string({ maxLength: 9 }));
const text = fc.array(line, { maxLength: 40 }).map((lines) => lines.join('\n'));
const long = text.map((short) => `${short}\n`.repeat(300));
const edit = fc.record({
  start: fc.nat(),
  length: fc.nat(50),
  newText: fc.oneof(text, fc.constantFrom('\n', '\r\n', 'b')),
});

describe('ChunkedText', () => {
  it('has the text, lines and columns of a string, through edits', () => {
    fc.assert(
      fc.property(
        fc.oneof(text, long),
        fc.array(edit, { maxLength: 6 }),
        fc.array(fc.nat(), { maxLength: 8 }),
        (start, edits, places) => {
          let expected = start;
          let chunked = ChunkedText.of(start);
          for (const { start: at, length, newText } of edits) {
            const from = at % (expected.length + 1);
            const to = Math.min(expected.length, from + length);
            expected = expected.slice(0, from) + newText + expected.slice(to);
            chunked = chunked.edited(from, to, newText);
          }
          assert.equal(chunked.toString(), expected);
          assert.equal(chunked.length, expected.length);
          const index = new LineIndex(expected);
          for (const place of places) {
            const offset = place % (expected.length + 2);
            assert.deepEqual(chunked.positionAt(offset), index.positionAt(offset));
            const position = { line: place % (index.lineCount + 2), character: place % 13 };
            assert.equal(chunked.offsetAt(position), index.offsetAt(position), JSON.stringify(position));
            assert.equal(chunked.slice(offset, offset + 5), expected.slice(offset, offset + 5));
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it('is edited at several places at once', () => {
    fc.assert(
      fc.property(fc.oneof(text, long, long), fc.array(edit, { maxLength: 12 }), (start, wanted) => {
        const edits: Edit[] = [];
        const inOrder = wanted.map((each) => ({ ...each, start: each.start % (start.length + 1) }));
        for (const { start: at, length, newText } of inOrder.sort((a, b) => a.start - b.start)) {
          if (at < (edits.at(-1)?.span.end ?? 0)) continue;
          edits.push({ span: { start: at, end: Math.min(start.length, at + length) }, newText });
        }
        const chunked = ChunkedText.of(start).editedAtOnce(edits);
        const expected = applyEdits(start, edits);
        assert.equal(chunked.toString(), expected);
        const index = new LineIndex(expected);
        for (const { span } of edits) assert.deepEqual(chunked.positionAt(span.end), index.positionAt(span.end));
      }),
      { numRuns: 500 },
    );
  });
});
