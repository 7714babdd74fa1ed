import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { treeLanguageOf } from '#core/tree/tree-language.ts';

describe('treeLanguageOf', () => {
  it('goes by the extension', () => {
    assert.equal(treeLanguageOf('file:///a/openapi.YML'), 'yaml');
    assert.equal(treeLanguageOf('file:///a.yaml'), 'yaml');
    assert.equal(treeLanguageOf('file:///a.jsonc'), 'json');
    assert.equal(treeLanguageOf('file:///schema.prisma'), undefined);
    assert.equal(treeLanguageOf('file:///yaml'), undefined);
  });
});
