import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { resources } from '#server/features/resources.ts';
import type { ResourceState, ResourcesState } from '#server/protocol.ts';
import { askServer } from './ask-server.ts';
import { plainInput, reviewedShop, shopFolder } from './reviewed-shop.ts';
import { shopFiles } from './shop-files.ts';

describe('resources', () => {
  it('are told of the description that a file belongs to', () =>
    askServer(shopFiles, async (client) => {
      await client.open('api.yaml', shopFiles['api.yaml']);
      for (const path of ['api.yaml', 'paths/order.yaml']) {
        const state = await client.send<ResourcesState | null>('plumbline/resources', { uri: client.uri(path) });
        assert.equal(state?.title, 'Shop');
        assert.deepEqual(state.resources.flatMap(lines), [
          '/orders collection',
          'GET /orders/{id} read',
          '- GET /orders list',
          '- POST /orders create',
          '- PATCH /orders/{id} update',
          '- DELETE /orders/{id} delete',
        ]);
      }
    }));

  it('are made of a review and its lines', async () => {
    const shop = reviewedShop();
    const state = await resources({ ...plainInput, shown: async () => shop }, `${shopFolder}/api.yaml`);
    const [operation] = state?.resources[0]?.operations ?? [];
    assert.deepEqual([operation?.sent, operation?.answered], [undefined, 'Order']);
    assert.deepEqual(operation?.place, {
      uri: `${shopFolder}/paths/order.yaml`,
      range: { start: { line: 0, character: 0 }, end: { line: 0, character: 3 } },
    });
  });

  it('say in which form lists are answered, why, and how many are', async () => {
    const list = (properties: string): string =>
      `{ get: { responses: { '200': { content: { application/json: { schema: { properties: { ${properties} } } } } } } } }`;
    const items = 'items: { type: array, items: { type: object } }';
    const shop = reviewedShop({
      'a.yaml': `openapi: 3.1.0\npaths:\n  /orders: ${list(`${items}, total: {}`)}\n  /users: ${list(`${items}, meta: { type: object }`)}\n`,
    });
    const state = await resources({ ...plainInput, shown: async () => shop }, `${shopFolder}/a.yaml`);
    assert.deepEqual(
      state?.resources.flatMap(({ operations }) => operations.map(({ form }) => form)),
      [
        { shown: '{ items, total }', reason: '“total” stands beside “items”', alike: 1, all: 2 },
        { shown: '{ items, meta }', reason: '“meta” beside “items” is an object', alike: 1, all: 2 },
      ],
    );
  });

  it('are told of a description that is half understood, by the name of its file', async () => {
    const paths = 'paths:\n  /orders:\n    get: {}\n';
    const conflict = '<<<<<<< a\n  title: T\n=======\n  title: U\n>>>>>>> b\n';
    for (const info of ['  title: {]\n', '  title: [ , version: 1\n', conflict]) {
      const shop = reviewedShop({ 'my%20shop%.yaml': `openapi: 3.1.0\ninfo:\n${info}${paths}` });
      const state = await resources({ ...plainInput, shown: async () => shop }, `${shopFolder}/my%20shop%.yaml`);
      assert.equal(state?.title, 'my%20shop%.yaml', info);
    }
  });

  it('propose no operation on a path that is not shown whole', async () => {
    const shop = reviewedShop({
      'a.yaml': `openapi: 3.1.0\npaths:\n  /${'x'.repeat(300)}s: { get: {} }\n  /orders: { get: {} }\n`,
    });
    const state = await resources({ ...plainInput, shown: async () => shop }, `${shopFolder}/a.yaml`);
    assert.deepEqual(
      state?.resources.map(({ missing }) => missing.length),
      [0, 4],
    );
  });

  it('are none where a file belongs to no description', async () => {
    const shop = reviewedShop();
    assert.equal(await resources({ ...plainInput, shown: async () => shop }, `${shopFolder}/schema.prisma`), null);
    assert.equal(await resources({ ...plainInput, shown: async () => undefined }, `${shopFolder}/api.yaml`), null);
  });
});

function lines({ path, kind, operations, missing, children }: ResourceState): readonly string[] {
  return [
    `${path} ${kind}`,
    ...operations.map(({ method, path: at, operation }) => `${method} ${at} ${operation ?? ''}`),
    ...missing.map(({ method, path: at, operation }) => `- ${method} ${at} ${operation}`),
    ...children.flatMap(lines),
  ];
}
