import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { type SymbolInformation, SymbolKind } from 'vscode-languageserver';
import { askServer, type TestClient } from './ask-server.ts';
import { backgroundInChannel } from './background/background-in-channel.ts';
import { testRulebook } from './test-rulebook.ts';

const files = {
  'api/shop.yaml': `openapi: 3.1.0
info: {title: Shop, version: '1'}
paths:
  /orders:
    get: {operationId: listOrders}
components:
  schemas:
    Order: {$ref: order.yaml}
`,
  'api/order.yaml': 'type: object\n',
  'other/crm.json': JSON.stringify({
    openapi: '3.1.0',
    info: { title: 'CRM', version: '1' },
    paths: { '/orders': { post: {} } },
  }),
  'schema.prisma': 'model Order {\n  orderId Int @id\n}\n\nenum OrderState {\n  OPEN\n}\n',
};

const all = [
  'GET /orders in listOrders: api/shop.yaml:4',
  'Order in schemas: api/shop.yaml:7',
  'Order: schema.prisma:0',
  'OrderState: schema.prisma:4',
  'POST /orders in /orders: other/crm.json:0',
  'order: api/order.yaml:0',
  'orderId in Order: schema.prisma:1',
];

describe('workspace symbols', () => {
  it('are found in all files, open or not', () =>
    askServer(files, async (client) => {
      assert.deepEqual([...(await found(client, 'order'))].sort(), all);
      assert.deepEqual(await found(client, 'post'), ['POST /orders in /orders: other/crm.json:0']);
      assert.deepEqual(await found(client, 'nothing'), []);
    }));

  it('are found in what the background reviews, too', () =>
    askServer(
      files,
      async (client) => {
        await client.open('api/shop.yaml', files['api/shop.yaml']);
        assert.deepEqual([...(await found(client, 'order'))].sort(), all);
        await client.replace('api/shop.yaml', '/orders', '/purchases');
        assert.deepEqual(await found(client, 'purch'), ['GET /purchases in listOrders: api/shop.yaml:4']);
      },
      { background: { start: backgroundInChannel(testRulebook), worthThread: 0 } },
    ));

  it('are those of the files that are not left to another extension, before any is left out', () =>
    askServer(
      files,
      async (client) => {
        const models = Array.from({ length: 300 }, (_, index) => `model Order${index} {\n  id Int @id\n}\n`);
        await client.open('schema.prisma', models.join('\n'));
        const own = all.filter((each) => !each.includes('schema.prisma'));
        assert.deepEqual([...(await found(client, 'order'))].sort(), own);
      },
      {
        background: { start: backgroundInChannel(testRulebook), worthThread: 0 },
        initializationOptions: { deferNavigation: ['workspaceSymbol prisma'] },
      },
    ));

  it('are 200 at most', () =>
    askServer({}, async (client) => {
      const models = Array.from({ length: 300 }, (_, index) => `model Model${index} {\n  id Int @id\n}\n`);
      await client.open('schema.prisma', models.join('\n'));
      const symbols = await ask(client, '');
      assert.equal(symbols.length, 200);
      assert.equal(symbols[0]?.kind, SymbolKind.Class);
    }));
});

async function found(client: TestClient, query: string): Promise<readonly string[]> {
  const symbols = await ask(client, query);
  return symbols.map(({ name, containerName, location: { uri, range } }) => {
    const path = decodeURIComponent(uri.slice(client.uri('').length)).replace(/^\//, '');
    return `${name}${containerName === undefined ? '' : ` in ${containerName}`}: ${path}:${range.start.line}`;
  });
}

async function ask(client: TestClient, query: string): Promise<readonly SymbolInformation[]> {
  return (await client.send<readonly SymbolInformation[] | null>('workspace/symbol', { query })) ?? [];
}
