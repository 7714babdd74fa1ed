import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { printable, printableJson } from '#core/text/printable.ts';

const hidden = [
  '\u001b',
  '\u0000',
  '\u0085',
  '\u061c',
  '\u200b',
  '\u200e',
  '\u200f',
  '\u2028',
  '\u202e',
  '\u2066',
  '\ufeff',
];

describe('printable', () => {
  it('shows what would not be seen, on one line', () => {
    for (const character of hidden) assert.equal(printable(`a${character}b`), 'a·b');
    assert.equal(printable('a\r\nb\nc\td'), 'a b c d');
    assert.equal(printable('a\u{e0041}b'), 'a·b');
  });

  it('leaves what people write', () => {
    for (const text of ['é ü 漢字 हिन्दी עברית', 'می\u200cخواهم', '👩\u200d💻', '“a” … ·'])
      assert.equal(printable(text), text);
  });
});

describe('printableJson', () => {
  it('is the same document', () => {
    const value = { [`k${hidden.join('')}`]: [`v${hidden.join('')}\n\u{e0041}`, { a: 'é' }] };
    const json = printableJson(JSON.stringify(value, undefined, 2));
    assert.deepEqual(JSON.parse(json), value);
    assert.match(json, /^[\n\x20-\x7eé]*$/);
  });
});
