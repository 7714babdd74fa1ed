import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { parseMarkedText } from '#core/text/marked-text.ts';
import { underlinedLines } from '#core/text/underlined-lines.ts';

describe('parseMarkedText', () => {
  it('takes the marks out and keeps their places', () => {
    assert.deepEqual(parseMarkedText('a «bc» d«»'), {
      text: 'a bc d',
      spans: [
        { start: 2, end: 4 },
        { start: 6, end: 6 },
      ],
    });
  });

  it('lets marks nest, the outer one first', () => {
    assert.deepEqual(parseMarkedText('«a «b»»').spans, [
      { start: 0, end: 3 },
      { start: 2, end: 3 },
    ]);
  });

  it('throws on a mark without its partner', () => {
    assert.throws(() => parseMarkedText('a «b'));
    assert.throws(() => parseMarkedText('a b»'));
  });
});

describe('underlinedLines', () => {
  it('puts carets under the lines that have a mark', () => {
    const { text, spans } = parseMarkedText('a: 1\n«b»: «2\nc»: 3\n');
    assert.deepEqual(underlinedLines(text, spans), [
      { text: 'a: 1', carets: undefined },
      { text: 'b: 2', carets: '^  ^' },
      { text: 'c: 3', carets: undefined },
    ]);
  });
});
