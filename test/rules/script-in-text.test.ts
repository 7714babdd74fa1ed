import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { scriptIn, withoutScript } from '#rules/detectors/openapi/script-in-text.ts';

describe('scripts in a text', () => {
  it('are told by what runs them', () => {
    assert.equal(scriptIn('a <script src=x>'), 'a script');
    assert.equal(scriptIn('a <b  onmouseover = "x()">'), 'an event handler');
    assert.equal(scriptIn('[a](javascript:x())'), 'a “javascript:” link');
    assert.equal(scriptIn("<a href='javascript:x()'>"), 'a “javascript:” link');
    for (const text of [
      '`<script>`',
      '```\n<script>\n```',
      '\\<b on=1>',
      'one = two',
      'a javascript: b',
      '<b class="on">',
    ])
      assert.equal(scriptIn(text), undefined, text);
  });

  it('are taken out, and all else stays', () => {
    const kept: readonly (readonly [text: string, without: string])[] = [
      ['a <script>b</script> c', 'a  c'],
      ['a <script>b', 'a b'],
      ['a</script > b', 'a</script > b'],
      ['<b class="c" onclick="d()" id=e>f</b>', '<b class="c" id=e>f</b>'],
      ["<img src=x onerror='a()'/>", '<img src=x/>'],
      ['[a](javascript:b(1)) [c](https://d.example)', 'a [c](https://d.example)'],
      ['<a href="javascript:a()">b</a>', '<a>b</a>'],
      ['<script>a</script>`<script>b</script>`', '`<script>b</script>`'],
    ];
    for (const [text, without] of kept) assert.equal(withoutScript(text), without, text);
  });
});
