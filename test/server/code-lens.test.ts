import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { codeLenses } from '#server/features/code-lens.ts';
import { comparedSession } from './compared-session.ts';

const api = `openapi: 3.1.0
info: { title: shop, version: 1.0.0 }
paths:
  /orders:
    get:
      operationId: listOrders
      responses: { '200': { description: The orders. } }
    post:
      operationId: createOrder
      parameters:
        - { name: shop, in: query, schema: { type: string } }
      responses: { '201': { description: The order. }, '202': { description: Later. } }
`;
const schema = `datasource db {
  provider = "postgresql"
}

model User {
  id   Int     @id @default(autoincrement())
  name String?
  age  Int?
}

model Order {
  id Int @id @default(autoincrement())
}
`;

describe('lines that count changes', () => {
  it('stand above the document and the operations that changed', async () => {
    const after = api
      .replace('listOrders', 'getOrders')
      .replace('createOrder', 'placeOrder')
      .replace('in: query', 'in: query, required: true');
    assert.deepEqual(await lensesOf('api.yaml', api, after), [
      '0: 3 changes against main · 1 breaks clients',
      '4: 1 change against main',
      '7: 2 changes against main · 1 breaks clients',
    ]);
  });

  it('stand above models, and say what is lost and what may fail', async () => {
    const after = schema.replace('  name String?\n', '').replace('age  Int?', 'age  Int');
    assert.deepEqual(await lensesOf('schema.prisma', schema, after), [
      '0: 2 changes against main · 1 loses data · 1 may fail on rows',
      '4: 2 changes against main · 1 loses data · 1 may fail on rows',
    ]);
  });

  it('are none where nothing changed, and where they are not wanted', async () => {
    assert.equal(await lensesOf('api.yaml', api, api), null);
    assert.equal(await lensesOf('api.yaml', api, api.replace('listOrders', 'getOrders'), { changeLens: false }), null);
  });

  it('lead to the changes, and come anew with the base', async () => {
    const opened = await open('api.yaml', api, api.replace('listOrders', 'getOrders'), ['plumbline.showChanges']);
    try {
      const [first] = (await opened.lenses()) ?? [];
      assert.equal(first?.command?.arguments?.[0].places.length, 1);
      assert.equal(first?.command?.arguments?.[0].places[0].range.start.line, 5);
      assert.equal(opened.refreshed(), 1);
      opened.session.changeSettings({ changeBase: 'off' });
      await opened.session.complete();
      assert.equal(await opened.lenses(), null);
      assert.equal(opened.refreshed(), 2);
    } finally {
      opened.session.dispose();
    }
  });
});

async function lensesOf(
  name: string,
  before: string,
  after: string,
  settings: { readonly changeLens?: boolean } = {},
): Promise<readonly string[] | null> {
  const { session, lenses } = await open(name, before, after);
  try {
    session.changeSettings(settings);
    await session.complete();
    const found = await lenses();
    return found?.map(({ range, command }) => `${range.start.line}: ${command?.title}`) ?? null;
  } finally {
    session.dispose();
  }
}

async function open(name: string, before: string, after: string, commands: readonly string[] = []) {
  const opened = await comparedSession(name, before, after, { commands });
  const { session, uri } = opened;
  return { ...opened, lenses: () => codeLenses(session, { textDocument: { uri } }) };
}
