import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { deferredNavigation } from '#client/deferred-navigation.ts';

describe('deferredNavigation', () => {
  it('leaves to installed extensions what they offer, once', () => {
    const installed = new Set(['Prisma.prisma', '42Crunch.vscode-openapi', 'Redocly.openapi-vs-code']);
    assert.deepEqual(
      deferredNavigation('auto', (id) => installed.has(id)),
      [
        'definition prisma',
        'references prisma',
        'hover prisma',
        'documentSymbol prisma',
        'refDefinition yaml',
        'refDefinition json',
      ],
    );
    assert.deepEqual(
      deferredNavigation('auto', () => false),
      [],
    );
  });

  it('follows references beside the extension for YAML, which follows anchors only', () => {
    const deferred = deferredNavigation('auto', (id) => id === 'redhat.vscode-yaml');
    assert.deepEqual(deferred, ['documentSymbol yaml', 'folding yaml']);
  });

  it('can be set for all or none', () => {
    assert.deepEqual(
      deferredNavigation('on', () => true),
      [],
    );
    const off = deferredNavigation('off', () => false);
    assert.equal(off.length, 27);
    assert.equal(new Set(off).size, 27);
    assert.ok(off.includes('workspaceSymbol json'));
  });
});
