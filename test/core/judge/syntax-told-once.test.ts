import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { review } from '#core/review.ts';
import type { ReviewSettings } from '#core/review-settings.ts';
import { rulebook } from '#rules/rulebook.ts';

const settings: ReviewSettings = { folders: ['file:///w'], preset: 'recommended', unread: new Map(), failFast: true };

function told(name: string, text: string): readonly string[] {
  const uri = `file:///w/${name}`;
  const findings = review([{ uri, text }], rulebook, settings).files.get(uri)?.findings ?? [];
  return findings
    .filter(({ ruleId }) => ruleId === 'plumbline/syntax')
    .map(({ message, related }) => `${message} +${related.length}`);
}

const document = {
  openapi: '3.1.0',
  paths: { '/a': { get: { responses: { 200: { description: 'A' } } } }, '/b': { get: { responses: {} } } },
  components: { schemas: { A: { type: 'object' } }, responses: { B: { description: 'B' } } },
};
const json = JSON.stringify(document, undefined, 2);

describe('one mistake in the form of a file', () => {
  it('is told once where a key has lost its colon, however many brackets close nothing then', () => {
    for (const key of ['paths', '/a', 'components', 'schemas', 'A', 'responses']) {
      const found = told('openapi.json', json.replace(`"${key}":`, `"${key}"`));
      assert.equal(found.length, 1, `${key}: ${found.join('\n')}`);
    }
    assert.deepEqual(told('openapi.json', json.replace('"schemas":', '"schemas"')), [
      'A key in double quotes is expected in place of “"schemas"”; write “"key": value”. +2',
    ]);
  });

  it('is told once where one line stands wrong, and those beside it seem to', () => {
    const lines = 'openapi: 3.1.0\npaths: {}\ncomponents:\n   schemas:\n    A:\n      type: object\n';
    const others = '  responses:\n    B:\n      description: B\n  headers:\n    C:\n      description: C\n';
    const message =
      'This line is indented by 2 spaces, where those above it have 4; indent it like the lines it belongs to.';
    assert.deepEqual(told('openapi.yaml', lines + others), [`${message} +1`]);
  });

  it('leaves mistakes of other kinds apart', () => {
    const broken = json.replace('"schemas":', '"schemas"').replace('"openapi": "3.1.0"', '"openapi": "3.1.0" true');
    assert.ok(told('openapi.json', broken).length > 1);
  });
});
