import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { CodeLens } from 'vscode-languageserver';
import type { BaseTexts } from '#files/base/base-texts.ts';
import { rulebook } from '#rules/rulebook.ts';
import { readClientAbilities } from '#server/client-abilities.ts';
import { codeLenses } from '#server/features/code-lens.ts';
import { Session } from '#server/session.ts';
import { memoryPlatform } from '../support/memory-platform.ts';

const folder = 'file:///work/';
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

interface Opened {
  readonly session: Session;
  readonly lenses: () => Promise<CodeLens[] | null>;
  /** How often the client was told to ask again. */
  readonly refreshed: () => number;
}

async function open(name: string, before: string, after: string, commands: readonly string[] = []): Promise<Opened> {
  const uri = folder + name;
  const abilities = readClientAbilities({
    processId: null,
    rootUri: null,
    capabilities: {},
    initializationOptions: { commands },
  });
  let count = 0;
  const nothing = (): void => undefined;
  const lensesChanged = (): void => {
    count++;
  };
  const output = {
    publishDiagnostics: nothing,
    reviewed: nothing,
    lensesChanged,
    log: nothing,
    note: nothing,
    say: nothing,
  };
  const openBase = async (): Promise<BaseTexts> => ({
    id: 'base',
    name: 'main',
    formerUris: new Map(),
    read: async (uris) => new Map(uris.filter((each) => each === uri).map((each) => [each, before])),
    list: async () => [],
  });
  const platform = { ...memoryPlatform(new Map([[uri, after]])), openBase };
  const session = new Session(abilities, output, { rulebook, platform });
  session.start({ typingRest: 0 }, [folder]);
  session.openDocument(uri, name.endsWith('.prisma') ? 'prisma' : 'yaml', 1, after);
  await session.complete();
  return { session, lenses: () => codeLenses(session, { textDocument: { uri } }), refreshed: () => count };
}
