import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { LineIndex } from '#core/text/line-index.ts';

describe('LineIndex', () => {
  it('knows the places of texts of any length, around the largest offset of two bytes, too', () => {
    for (const length of [0, 1, 65_534, 65_535, 65_536, 65_537, 200_000]) {
      for (const end of ['\n', '\r\n', '\r', 'x']) {
        const text = `a\n${'b'.repeat(length)}${end}`;
        const index = new LineIndex(text);
        const expected = TextDocument.create('file:///a', 'yaml', 1, text);
        assert.equal(index.lineCount, expected.lineCount);
        assert.equal(index.breakCount, expected.lineCount - 1);
        for (const offset of [0, 1, 2, length, length + 1, length + 2, text.length - 1, text.length, text.length + 9]) {
          const place = index.positionAt(offset);
          // Between the two units of a line break the other one counts as before them.
          if (!text.startsWith('\r\n', offset - 1)) assert.deepEqual(place, expected.positionAt(offset), `${offset}`);
          assert.equal(index.offsetAt(place), expected.offsetAt(place));
        }
      }
    }
  });
});
