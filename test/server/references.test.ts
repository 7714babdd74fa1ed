import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Location } from 'vscode-languageserver';
import { references } from '#server/features/references.ts';
import { askServer, type TestClient } from './ask-server.ts';
import { plainInput, reviewedShop, shopFolder } from './reviewed-shop.ts';
import { linesOf, placeOf, shopFiles } from './shop-files.ts';

describe('find references', () => {
  it('finds those in other files, from the declaration and from a use', () =>
    askServer(shopFiles, async (client) => {
      await client.open('api.yaml', shopFiles['api.yaml']);
      await client.open('paths/order.yaml', shopFiles['paths/order.yaml']);
      assert.deepEqual(await found(client, 'api.yaml', 'Order:'), ['paths/order.yaml:8']);
      assert.deepEqual(await found(client, 'api.yaml', 'Order:', true), ['api.yaml:8', 'paths/order.yaml:8']);
      assert.deepEqual(await found(client, 'paths/order.yaml', '../api', true), ['api.yaml:8', 'paths/order.yaml:8']);
      assert.deepEqual(await found(client, 'paths/order.yaml', 'id, in'), ['api.yaml:4']);
    }));

  it('finds the columns of a schema', () =>
    askServer(shopFiles, async (client) => {
      await client.open('schema.prisma', shopFiles['schema.prisma']);
      assert.deepEqual(await found(client, 'schema.prisma', 'orderId Int'), ['schema.prisma:11', 'schema.prisma:9']);
      assert.deepEqual(await found(client, 'schema.prisma', 'Order @relation', true), [
        'schema.prisma:1',
        'schema.prisma:9',
      ]);
    }));

  it('is made of a review, its lines and the spelling of uris', async () => {
    const shop = reviewedShop();
    const documents = { clientDocument: (uri: string) => ({ uri: uri.replace('file:///w/', ''), version: null }) };
    const abilities = { deferredNavigation: new Set<string>() };
    const input = { ...plainInput, documents, shownEverywhere: async () => shop, abilities };
    const textDocument = { uri: `${shopFolder}/api.yaml` };
    const context = { includeDeclaration: false };
    const all = await references(input, { textDocument, position: { line: 7, character: 5 }, context });
    assert.deepEqual(
      all?.map(({ uri, range }) => `${uri}:${range.start.line}`),
      ['paths/order.yaml:7'],
    );
  });

  it('finds nothing for what nothing leads to, and leaves a language to another extension', async () => {
    const options = { initializationOptions: { deferNavigation: ['references prisma'] } } as const;
    await askServer(
      shopFiles,
      async (client) => {
        await client.open('api.yaml', shopFiles['api.yaml']);
        await client.open('schema.prisma', shopFiles['schema.prisma']);
        assert.deepEqual(await found(client, 'api.yaml', 'type: object', true), []);
        assert.deepEqual(await found(client, 'schema.prisma', 'orderId Int', true), []);
      },
      options,
    );
  });
});

async function found(client: TestClient, path: string, text: string, includeDeclaration = false) {
  const params = { ...placeOf(client, path, text), context: { includeDeclaration } };
  return linesOf(client, await client.send<Location[] | null>('textDocument/references', params));
}
