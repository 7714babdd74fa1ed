import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { deferredCompletion } from '#client/deferred-completion.ts';
import { completes, completesIn } from '#server/completes.ts';
import { asks } from './ask-about-config.ts';

describe('completes', () => {
  const abilities = (...deferred: readonly string[]) => ({ deferredCompletion: new Set(deferred) });

  it('is left to others by what is proposed and language', () => {
    assert.equal(completes(abilities('fields yaml'), 'file:///a.yaml', 'yaml', true), false);
    assert.equal(completes(abilities('fields yaml'), 'file:///a.yaml', 'yaml', false), true);
    assert.equal(completes(abilities('names yaml'), 'file:///a.yaml', 'yaml', false), false);
    assert.equal(completes(abilities('fields yaml'), 'file:///a.json', 'json', true), true);
  });

  it('leaves fields to others where the name of a file tells them a schema', () => {
    const usual = abilities('usualFields yaml');
    assert.equal(completes(usual, 'file:///api/openapi.yaml', 'yaml', true), false);
    assert.equal(completes(usual, 'file:///api/openapi.yml', 'yaml', true), false);
    assert.equal(completes(usual, 'file:///api/shop-openapi.yaml', 'yaml', true), true);
    assert.equal(completes(usual, 'file:///api/openapi.yaml', 'yaml', false), true);
    assert.equal(completesIn(usual, 'yaml'), true);
  });

  it('is asked for in no description where all of it is switched off', async () => {
    const completion = { dynamicRegistration: true };
    await asks(
      {},
      async (client) => {
        await client.send('textDocument/hover', {
          textDocument: { uri: client.uri('a.yaml') },
          position: { line: 0, character: 0 },
        });
        const found = client.registrations.find(({ method }) => method === 'textDocument/completion');
        assert.deepEqual(found?.registerOptions.documentSelector, [{ pattern: '**/plumbline.yaml' }]);
      },
      { textDocument: { completion } },
      { deferCompletion: deferredCompletion('off', () => false) },
    );
  });
});
