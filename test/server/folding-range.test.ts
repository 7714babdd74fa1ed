import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { FoldingRange } from 'vscode-languageserver';
import { foldingRanges } from '#server/features/folding-range.ts';
import { askServer, type TestClient } from './ask-server.ts';
import { plainInput, reviewedShop, shopFolder } from './reviewed-shop.ts';

const api = 'openapi: 3.1.0\npaths:\n  /orders:\n    get:\n      tags:\n      - orders\n';

describe('folding ranges', () => {
  it('are those of paths, operations and lists, and follow the text', () =>
    askServer({}, async (client) => {
      await client.open('api.yaml', api);
      assert.deepEqual(await folds(client, 'api.yaml'), ['1-5', '2-5', '3-5', '4-5']);
      await client.replace('api.yaml', 'openapi: 3.1.0', '# Ours\nopenapi: 3.1.0');
      assert.deepEqual(await folds(client, 'api.yaml'), ['2-6', '3-6', '4-6', '5-6']);
    }));

  it('are those of blocks in a schema', () =>
    askServer({}, async (client) => {
      await client.open('schema.prisma', 'model Order {\nid Int @id\n}\n');
      assert.deepEqual(await folds(client, 'schema.prisma'), ['0-1']);
    }));

  it('are no more than the client shows', () =>
    askServer(
      {},
      async (client) => {
        await client.open('api.yaml', api);
        assert.deepEqual(await folds(client, 'api.yaml'), ['1-5', '2-5']);
      },
      { capabilities: { textDocument: { foldingRange: { rangeLimit: 2 } } } },
    ));

  it('are made of a review, its lines and two abilities', async () => {
    const shown = reviewedShop({ 'api.yaml': api });
    const abilities = { deferredNavigation: new Set<string>(), foldLimit: 2 };
    const input = { ...plainInput, shown: async () => shown, abilities };
    const asked = { textDocument: { uri: `${shopFolder}/api.yaml` } };
    assert.equal((await foldingRanges(input, asked))?.length, 2);
    const deferred = { ...abilities, deferredNavigation: new Set(['folding yaml']) };
    assert.equal(await foldingRanges({ ...input, abilities: deferred }, asked), null);
    assert.equal(await foldingRanges({ ...input, shown: async () => undefined }, asked), null);
  });

  it('are left to the editor in JSON, and in files of others', () =>
    askServer({}, async (client) => {
      await client.open('api.json', '{\n  "openapi": "3.1.0",\n  "paths": {\n  }\n}\n');
      await client.open('other.yaml', 'a:\n  b: 1\n');
      assert.equal(await ask(client, 'api.json'), null);
      assert.equal(await ask(client, 'other.yaml'), null);
    }));
});

async function folds(client: TestClient, path: string): Promise<readonly string[]> {
  return ((await ask(client, path)) ?? []).map(({ startLine, endLine }) => `${startLine}-${endLine}`);
}

function ask(client: TestClient, path: string): Promise<readonly FoldingRange[] | null> {
  return client.send('textDocument/foldingRange', { textDocument: { uri: client.uri(path) } });
}
