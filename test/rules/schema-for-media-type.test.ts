import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { mended, response } from './mended.ts';

describe('a schema that stands for a media type', () => {
  it('is told as such, and goes below “schema”', () => {
    const { told, text } = mended(
      response(
        '3.1.0',
        '          content:\n            application/json:\n              # All of them.\n              type: array\n              items: { type: string }\n',
      ),
    );
    assert.deepEqual(told, [
      '“application/json” is written as a schema itself. Put “type” and “items” below “schema”.',
    ]);
    assert.equal(
      text,
      response(
        '3.1.0',
        '          content:\n            application/json:\n              schema:\n                # All of them.\n                type: array\n                items: { type: string }\n',
      ),
    );
  });

  for (const version of ['3.0.3', '3.2.0']) {
    it(`goes there as a reference in ${version}`, () => {
      const components = 'components:\n  schemas:\n    Order: { type: string }\n';
      const content = (value: string) =>
        response(version, `          content:\n            application/json: ${value}\n`) + components;
      const { told, text } = mended(content("{ $ref: '#/components/schemas/Order' }"));
      assert.equal(told.length, 1);
      assert.equal(text, content("{ schema: { $ref: '#/components/schemas/Order' } }"));
    });
  }
});
