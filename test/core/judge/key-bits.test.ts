import assert from 'node:assert/strict';

import { KeyBits } from '#core/judge/key-bits.ts';
import type { ReviewNode } from '#core/node.ts';
import { parseYaml } from '#core/tree/read/parse-yaml.ts';

/** A node that is no more than its tree. */
function nodeOf(text: string): ReviewNode {
  return { tree: parseYaml(text).tree } as unknown as ReviewNode;
}

describe('KeyBits', () => {
  it('tells whether one of the keys of a rule is written', () => {
    const keys = new KeyBits();
    const [either, format, all] = [keys.bitsOf(['enum', 'const']), keys.bitsOf(['format']), keys.bitsOf(undefined)];
    const asks = (text: string): readonly boolean[] =>
      [either, format, all].map((bits) => (bits & keys.writtenIn(nodeOf(text))) !== 0);
    assert.deepEqual(asks('enum: [a]\n'), [true, false, true]);
    assert.deepEqual(asks('const: a\nformat: date\n'), [true, true, true]);
    assert.deepEqual(asks('type: string\n'), [false, false, true]);
    assert.deepEqual(asks('true\n'), [false, false, true]);
  });

  it('asks every rule of what is no YAML or JSON', () => {
    const keys = new KeyBits();
    const bits = keys.bitsOf(['format']);
    assert.notEqual(bits & keys.writtenIn({} as unknown as ReviewNode), 0);
  });

  it('knows more keys than a number has bits', () => {
    const keys = new KeyBits();
    const names = Array.from({ length: 100 }, (_, index) => `key${index}`);
    const bits = names.map((name) => keys.bitsOf([name]));
    for (const [index, own] of bits.entries())
      assert.notEqual(own & keys.writtenIn(nodeOf(`key${index}: 1\n`)), 0, `key${index}`);
    assert.equal((bits[0] ?? 0) & keys.writtenIn(nodeOf('other: 1\n')), 0);
  });
});
