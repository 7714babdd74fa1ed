import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { writtenReferences } from '#core/project/written-references.ts';

const refs = (text: string) => [...writtenReferences('file:///w/api/openapi.yaml', text)];

describe('writtenReferences', () => {
  it('sees files however the value is quoted', () => {
    assert.deepEqual(refs(`a:\n  $ref: ./a b.yaml\n`), ['file:///w/api/a']);
    assert.deepEqual(refs(`a:\n  $ref: './a b.yaml#/x'\n`), ['file:///w/api/a%20b.yaml']);
    assert.deepEqual(refs(`{"$ref":"..\\/shared.json#/x"}`), ['file:///w/shared.json']);
    assert.deepEqual(refs(`a: {$ref: ../b.yaml#/x}, '$ref': c/d.yaml\n`), [
      'file:///w/b.yaml',
      'file:///w/api/c/d.yaml',
    ]);
  });

  it('names each file once, and neither the file itself nor remote ones', () => {
    assert.deepEqual(refs(`$ref: '#/a'\n$ref: x.yaml#/a\n$ref: x.yaml#/b\n$ref: https://example.com/y.yaml\n`), [
      'file:///w/api/x.yaml',
    ]);
    assert.deepEqual(refs(`$ref: ""\n$reference: z.yaml\n`), []);
  });
});
