import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { deferredSyntax } from '#client/deferred-syntax.ts';

describe('deferredSyntax', () => {
  it('follows the installed extensions', () => {
    assert.deepEqual(
      deferredSyntax('auto', (id) => id === 'redhat.vscode-yaml'),
      ['yaml'],
    );
    assert.deepEqual(
      deferredSyntax('auto', () => false),
      [],
    );
  });

  it('can be set for all or none', () => {
    assert.deepEqual(
      deferredSyntax('on', () => false),
      ['yaml', 'json', 'prisma'],
    );
    assert.deepEqual(
      deferredSyntax('off', () => true),
      [],
    );
  });
});
