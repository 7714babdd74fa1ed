import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { cutDocument } from '#core/tree/cut-document.ts';

const sound = JSON.stringify(
  {
    openapi: '3.1.0',
    info: { title: 'T' },
    paths: { '/a': { get: { summary: 'A' } }, '/b': { get: { summary: 'B' } } },
    components: { schemas: { A: { type: 'object' }, B: { type: 'string' } } },
  },
  undefined,
  2,
);
const cut = (text: string) => cutDocument({ uri: 'file:///a.json', text, language: 'json' });

describe('a JSON description that is broken', () => {
  it('is cut by its lines: what is broken stays within its section', () => {
    const before = cut(sound);
    const damages = [
      ['"A"', '"A'],
      ['"/b": {', '"/b": '],
      ['"type": "string"', '"type": "string",,'],
      ['"title": "T"\n  }', '"title": "T"\n'],
    ];
    for (const [from = '', to = ''] of damages) {
      const text = sound.replace(from, to);
      const after = cutDocument({ uri: 'file:///a.json', text, language: 'json' }, before);
      assert.equal(after.sections.map((section) => section.text).join(''), text);
      assert.ok(
        after.sections.some(({ problems }) => problems.length > 0),
        to,
      );
      const kept = after.sections.filter((section) => before.sections.includes(section)).length;
      assert.ok(kept >= before.sections.length - 2, `${to}: ${kept} of ${before.sections.length} kept`);
    }
  });

  it('is one section where its lines say nothing', () => {
    assert.equal(cut('{"openapi":"3.1.0","paths":{"/a":{').sections.length, 1);
    assert.equal(cut('{\n  "title": "no description"\n').sections.length, 1);
  });

  it('has the borders it has when it is sound', () => {
    const starts = cut(sound).starts;
    assert.deepEqual(cut(`${sound}}`).starts, starts);
  });
});
