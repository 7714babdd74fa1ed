import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Location, LocationLink } from 'vscode-languageserver';
import { askServer, type TestClient } from './ask-server.ts';
import { linesOf, placeOf, shopFiles } from './shop-files.ts';

const method = 'textDocument/definition';

describe('go to definition', () => {
  it('goes from a $ref to another file, open or not, and from a type to its model', () =>
    askServer(shopFiles, async (client) => {
      await client.open('paths/order.yaml', shopFiles['paths/order.yaml']);
      assert.deepEqual(await goesTo(client, 'paths/order.yaml', '../api.yaml#'), ['api.yaml:8']);
      await client.open('schema.prisma', shopFiles['schema.prisma']);
      assert.deepEqual(await goesTo(client, 'schema.prisma', 'Item[]'), ['schema.prisma:6']);
      assert.deepEqual(await goesTo(client, 'schema.prisma', 'orderId], ref'), ['schema.prisma:8']);
    }));

  it('says which text leads there, and how far the target reaches, to clients that ask for it', () =>
    askServer(
      shopFiles,
      async (client) => {
        await client.open('api.yaml', shopFiles['api.yaml']);
        const place = placeOf(client, 'api.yaml', '#/components/schemas/Item');
        const [link] = (await client.send<LocationLink[] | null>(method, place)) ?? [];
        assert.ok(link !== undefined);
        const text = (range: LocationLink['targetRange']) => client.document('api.yaml').getText(range);
        assert.equal(link.originSelectionRange && text(link.originSelectionRange), "'#/components/schemas/Item'");
        assert.equal(text(link.targetSelectionRange), 'Item');
        assert.equal(text(link.targetRange), 'Item: { type: object }');
      },
      { capabilities: { textDocument: { definition: { linkSupport: true } } } },
    ));

  it('leads from a declaration that is used to itself, and from other texts nowhere', () =>
    askServer(shopFiles, async (client) => {
      await client.open('api.yaml', shopFiles['api.yaml']);
      assert.deepEqual(await goesTo(client, 'api.yaml', 'Order:'), ['api.yaml:8']);
      assert.deepEqual(await goesTo(client, 'api.yaml', 'title'), []);
      assert.deepEqual(await goesTo(client, 'api.yaml', 'Shop'), []);
    }));

  it('follows the text as it is typed', () =>
    askServer(shopFiles, async (client) => {
      await client.open('api.yaml', shopFiles['api.yaml']);
      await client.replace('api.yaml', '#/components/schemas/Item', '#/components/schemas/Order');
      assert.deepEqual(await goesTo(client, 'api.yaml', '#/components/schemas/Order'), ['api.yaml:8']);
      await client.replace('api.yaml', '#/components/schemas/Order', '#/components/schemas/Nobody');
      assert.deepEqual(await goesTo(client, 'api.yaml', '#/components/schemas/Nobody'), []);
    }));

  it('leads to where the target stands now in another file', () =>
    askServer(shopFiles, async (client) => {
      await client.open('paths/order.yaml', shopFiles['paths/order.yaml']);
      await client.open('api.yaml', shopFiles['api.yaml']);
      assert.deepEqual(await goesTo(client, 'paths/order.yaml', '../api.yaml#'), ['api.yaml:8']);
      await client.replace('api.yaml', 'openapi', '# Ours\nopenapi');
      assert.deepEqual(await goesTo(client, 'paths/order.yaml', '../api.yaml#'), ['api.yaml:9']);
      await client.replace('api.yaml', 'openapi', '# Not yours\nopenapi');
      const found = await client.send<readonly Location[]>('textDocument/references', {
        ...placeOf(client, 'paths/order.yaml', '../api.yaml#'),
        context: { includeDeclaration: true },
      });
      assert.equal(linesOf(client, found)[0], 'api.yaml:10');
    }));

  it('is left to another extension where that offers it', () =>
    askServer(
      shopFiles,
      async (client) => {
        await client.open('api.yaml', shopFiles['api.yaml']);
        await client.open('schema.prisma', shopFiles['schema.prisma']);
        assert.deepEqual(await goesTo(client, 'api.yaml', '#/components/schemas/Item'), []);
        assert.deepEqual(await goesTo(client, 'api.yaml', 'id]'), ['api.yaml:12']);
        assert.deepEqual(await goesTo(client, 'schema.prisma', 'Item[]'), []);
      },
      { initializationOptions: { deferNavigation: ['refDefinition yaml', 'definition prisma'] } },
    ));
});

async function goesTo(client: TestClient, path: string, text: string): Promise<readonly string[]> {
  return linesOf(client, await client.send<Location[] | null>(method, placeOf(client, path, text)));
}
