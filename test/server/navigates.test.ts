import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { deferredNavigation } from '#client/deferred-navigation.ts';
import { navigates } from '#server/navigates.ts';
import { askServer, type TestClient } from './ask-server.ts';

describe('navigation', () => {
  it('is left to others by feature and language', () => {
    const abilities = { deferredNavigation: new Set(['hover prisma']) };
    assert.equal(navigates(abilities, 'hover', 'prisma'), false);
    assert.equal(navigates(abilities, 'hover', 'yaml'), true);
    assert.equal(navigates(abilities, 'definition', 'prisma'), true);
  });

  it('is offered to clients that say nothing of it', () =>
    askServer({}, async (client) => assert.deepEqual(offered(client), [...providers])));

  it('is not offered where all of it is switched off; findings keep their hovers', () =>
    askServer({}, async (client) => assert.deepEqual(offered(client), ['hoverProvider']), {
      initializationOptions: { deferNavigation: deferredNavigation('off', () => false) },
    }));
});

const providers = [
  'definitionProvider',
  'documentHighlightProvider',
  'documentLinkProvider',
  'documentSymbolProvider',
  'foldingRangeProvider',
  'hoverProvider',
  'referencesProvider',
  'workspaceSymbolProvider',
] as const;

function offered({ capabilities }: TestClient): readonly string[] {
  return providers.filter((name) => capabilities[name] !== undefined && capabilities[name] !== false);
}
