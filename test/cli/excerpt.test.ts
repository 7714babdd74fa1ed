import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { excerptAt } from '#cli/excerpt.ts';
import { parseMarkedText } from '#core/text/marked-text.ts';
import { userTime } from '../support/user-time.ts';

function excerpt(marked: string, width = 80): readonly [string, string] {
  const { text, spans } = parseMarkedText(marked);
  const [span] = spans;
  assert.ok(span);
  const { source, carets } = excerptAt(text, span, width);
  return [source, carets];
}

describe('excerptAt', () => {
  it('marks the span under its line', () => {
    assert.deepEqual(excerpt('paths:\n  /users:\n    «get»: {}\n'), ['    get: {}', '    ^^^']);
  });

  it('marks a span over several lines on its first', () => {
    assert.deepEqual(excerpt('a: «one\nb: two»\n'), ['a: one', '   ^^^']);
  });

  it('gives an empty span, and one at the end of the text, a caret', () => {
    assert.deepEqual(excerpt('a: «»b'), ['a: b', '   ^']);
    assert.deepEqual(excerpt('a:«»'), ['a:', '  ^']);
    assert.deepEqual(excerpt('«»'), ['', '^']);
    assert.deepEqual(excerpt('a:«»\nb:'), ['a:', '  ^']);
  });

  it('ends lines at carriage returns', () => {
    assert.deepEqual(excerpt('a: 1\r\n«b»: 2\r\nc: 3'), ['b: 2', '^']);
  });

  it('aligns tabs and wide characters', () => {
    assert.deepEqual(excerpt('\tx «y»'), ['  x y', '    ^']);
    assert.deepEqual(excerpt('名前: «値»'), ['名前: 値', '      ^^']);
    assert.deepEqual(excerpt('👩‍👩‍👧 «x»'), ['👩‍👩‍👧 x', '   ^']);
    assert.deepEqual(excerpt('é́ «x»'), ['é́ x', '  ^']);
  });

  it('cuts long lines around the span', () => {
    const [source, carets] = excerpt(`${'a'.repeat(300)}«bbb»${'c'.repeat(300)}`, 40);
    assert.equal(source.length, 40);
    assert.match(source, /^…a+bbbc+…$/);
    assert.equal(carets.trim(), '^^^');
    assert.equal(source.slice(carets.indexOf('^'), carets.length), 'bbb');
  });

  it('keeps the start of a long span in sight', () => {
    const [source, carets] = excerpt(`{"a":«{${'"k":1,'.repeat(5000)}}»}`, 50);
    assert.ok(source.length <= 50 && carets.length <= 50);
    assert.match(source, /^\{"a":\{"k":1,/);
  });

  it('lets nothing through that steers a terminal', () => {
    assert.deepEqual(excerpt('\u001b[31m«x»\u202e'), ['·[31mx·', '     ^']);
  });

  it('costs the same on a line of fifty million characters', () => {
    const text = `"${'x'.repeat(50_000_000)}"`;
    const cut = () => {
      for (let at = 0; at < 100; at++) excerptAt(text, { start: at * 490_000, end: at * 490_000 + 5 }, 80);
    };
    // It is put together when it is first looked into.
    assert.equal(text.indexOf('x'), 1);
    // About 17 where each cut looks at its surroundings, 800 where it looks for the ends of the line.
    assert.ok(userTime(cut, { runs: 3, enough: 400 }) <= 400);
  });
});
