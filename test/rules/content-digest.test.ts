import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { parseYaml } from '#core/tree/read/parse-yaml.ts';
import { contentDigest } from '#rules/detectors/openapi/content-digest.ts';

function digestOf(text: string): string {
  const { tree } = parseYaml(text);
  assert.ok(tree);
  return contentDigest(tree);
}

describe('contentDigest', () => {
  it('is the same whatever the order of keys, and whatever is said to readers', () => {
    const one = digestOf('type: object\nproperties: { a: { type: string }, b: { type: integer } }\n');
    const other =
      'description: x\nx-y: 1\nproperties: { b: { type: integer, title: B }, a: { type: string } }\ntype: object\n';
    assert.equal(digestOf(other), one);
  });

  it('is another one for other values, types, names and orders of lists', () => {
    const texts = [
      'enum: [1, 2]',
      'enum: [2, 1]',
      'enum: ["1", 2]',
      'enum: [1, [2]]',
      'enum: [1, 2, 2]',
      'properties: { title: { type: string } }',
      'properties: { description: { type: string } }',
      'properties: {}',
      'properties: []',
      '{ a: b, c: d }',
      '{ a: d, c: b }',
    ];
    assert.equal(new Set(texts.map((text) => digestOf(`${text}\n`))).size, texts.length);
  });
});
