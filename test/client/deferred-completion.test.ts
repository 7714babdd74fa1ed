import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { deferredCompletion } from '#client/deferred-completion.ts';

describe('deferredCompletion', () => {
  it('leaves to installed extensions what they offer', () => {
    assert.deepEqual(
      deferredCompletion('auto', () => false),
      [],
    );
    assert.deepEqual(
      deferredCompletion('auto', (id) => id === 'Prisma.prisma'),
      ['fields prisma', 'names prisma'],
    );
    assert.deepEqual(
      deferredCompletion('auto', (id) => id === 'redhat.vscode-yaml'),
      ['usualFields yaml'],
    );
  });

  it('can be set for all or none', () => {
    assert.deepEqual(
      deferredCompletion('on', () => true),
      [],
    );
    assert.equal(deferredCompletion('off', () => false).length, 6);
  });
});
