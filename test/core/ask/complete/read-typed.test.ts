import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { readTyped } from '#core/ask/complete/tree/read-typed.ts';
import { userTime } from '../../../support/user-time.ts';

describe('readTyped', () => {
  it('tells keys, indexes and what stands beside', () => {
    const text = 'a:\n  - b: 1\n    c: [x, { d: ¦ }]\n    e: 2\n';
    const spot = readTyped({ text: text.replace('¦', ''), language: 'yaml', around: undefined }, text.indexOf('¦'));
    assert.deepEqual(spot?.places, [{ path: ['a', '0', 'c', '1', 'd'], as: 'value' }]);
  });

  it('counts in the maps around a piece', () => {
    const text = '    A:\n      x: 1\n  ¦\n';
    const piece = { text: text.replace('¦', ''), language: 'yaml', around: ['components', 'schemas'] } as const;
    assert.deepEqual(readTyped(piece, text.indexOf('¦'))?.places, [{ path: ['components'], as: 'key' }]);
    const json = '"A": { "x": ¦ }, "B": {} }, ';
    const inJson = { text: json.replace('¦', ''), language: 'json', around: ['components', 'schemas'] } as const;
    assert.deepEqual(readTyped(inJson, json.indexOf('¦'))?.places, [
      { path: ['components', 'schemas', 'A', 'x'], as: 'value' },
    ]);
  });

  it('takes time by the length of a text, however deep it is', () => {
    for (const unit of [
      '[',
      '{"a":',
      '[\n',
      '- ',
      '\n',
      ' ',
      '"',
      "'",
      '#',
      '}',
      ': ',
      'a: [',
      '&a ',
      '\\',
      'a: |\n',
    ]) {
      const length = 300_000;
      const text = unit.repeat(Math.floor(length / unit.length));
      const language = /["{]/.test(unit) ? 'json' : 'yaml';
      const spent = userTime(() => void readTyped({ text, language, around: undefined }, text.length - 1), { runs: 1 });
      assert.ok(spent < 2_000, `${JSON.stringify(unit)}: ${spent}`);
    }
  });
});
