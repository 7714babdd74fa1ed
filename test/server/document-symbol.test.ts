import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { type DocumentSymbol, type SymbolInformation, SymbolKind, SymbolTag } from 'vscode-languageserver';
import { finish } from '#core/work/steps.ts';
import { documentSymbols, outlinesAhead } from '#server/features/document-symbol.ts';
import { type AskOptions, askServer, type TestClient } from './ask-server.ts';
import { plainInput, reviewedShop } from './reviewed-shop.ts';

const api = `openapi: 3.1.0
info: {title: Shop, version: '1'}
paths:
  /orders:
    get:
      operationId: listOrders
      deprecated: true
components:
  schemas:
    Order: {type: object, properties: {id: {type: string}}}
`;
const schema = 'model Order {\n  id Int @id\n  @@index([id])\n}\n\nenum State {\n  OPEN\n}\n';

const nesting: AskOptions = {
  capabilities: {
    textDocument: {
      documentSymbol: { hierarchicalDocumentSymbolSupport: true, tagSupport: { valueSet: [SymbolTag.Deprecated] } },
    },
  },
};

describe('document symbols', () => {
  it('are the parts of a description as a tree', () =>
    askServer(
      {},
      async (client) => {
        await client.open('api.yaml', api);
        const symbols = await symbolsIn<DocumentSymbol>(client, 'api.yaml');
        assert.deepEqual(
          symbols.map(({ name }) => name),
          ['openapi', 'info', 'paths', 'components'],
        );
        const [operation] = symbols[2]?.children?.[0]?.children ?? [];
        assert.ok(operation !== undefined);
        assert.deepEqual(
          [operation.name, operation.detail, operation.kind, operation.tags],
          ['GET /orders', 'listOrders', SymbolKind.Method, [SymbolTag.Deprecated]],
        );
        assert.deepEqual(operation.selectionRange, { start: at(4, 4), end: at(4, 7) });
        assert.deepEqual(operation.range, { start: at(4, 4), end: at(6, 22) });
        const [order] = symbols[3]?.children?.[0]?.children ?? [];
        assert.deepEqual([order?.name, order?.kind, order?.children?.[0]?.name], ['Order', SymbolKind.Class, 'id']);
      },
      nesting,
    ));

  it('follow the text', () =>
    askServer(
      {},
      async (client) => {
        await client.open('api.yaml', api);
        await client.replace('api.yaml', '/orders', '/purchases');
        await client.replace('api.yaml', 'openapi: 3.1.0', '# Ours\nopenapi: 3.1.0');
        const [, , paths] = await symbolsIn<DocumentSymbol>(client, 'api.yaml');
        assert.equal(paths?.children?.[0]?.name, '/purchases');
        assert.equal(paths?.selectionRange.start.line, 3);
      },
      nesting,
    ));

  it('are the blocks of a schema with what stands in them', () =>
    askServer(
      {},
      async (client) => {
        await client.open('schema.prisma', schema);
        const symbols = await symbolsIn<DocumentSymbol>(client, 'schema.prisma');
        assert.deepEqual(
          symbols.map(({ name, kind, children }) => [name, kind, children?.map((child) => [child.name, child.kind])]),
          [
            [
              'Order',
              SymbolKind.Class,
              [
                ['id', SymbolKind.Field],
                ['@@index', SymbolKind.Key],
              ],
            ],
            ['State', SymbolKind.Enum, [['OPEN', SymbolKind.EnumMember]]],
          ],
        );
      },
      nesting,
    ));

  it('are a list for clients that show no tree', () =>
    askServer({}, async (client) => {
      await client.open('api.yaml', api);
      const symbols = await symbolsIn<SymbolInformation>(client, 'api.yaml');
      const operation = symbols.find(({ name }) => name === 'GET /orders');
      assert.deepEqual(operation?.location, {
        uri: client.uri('api.yaml'),
        range: { start: at(4, 4), end: at(6, 22) },
      });
      assert.deepEqual([operation?.containerName, operation?.tags], ['/orders', undefined]);
    }));

  it('leave out the deeper levels of a large file, the same for all', () =>
    askServer(
      {},
      async (client) => {
        const names = Array.from({ length: 6_000 }, (_, index) => `Schema${index}`);
        const schemas = names.map((name) => `    ${name}: {properties: {id: {type: string}}}\n`).join('');
        await client.open('api.yaml', `openapi: 3.1.0\npaths: {}\ncomponents:\n  schemas:\n${schemas}`);
        const [, , components] = await symbolsIn<DocumentSymbol>(client, 'api.yaml');
        const shown = components?.children?.[0]?.children ?? [];
        assert.equal(shown.length, names.length);
        assert.ok(shown.every(({ children }) => children === undefined));
      },
      nesting,
    ));

  it('show names that would not be seen, and cut long ones', () =>
    askServer(
      {},
      async (client) => {
        const long = 'x'.repeat(3000);
        await client.open('api.json', JSON.stringify({ openapi: '3.1.0', paths: { '': {}, [`/${long}`]: {} } }));
        const [, paths] = await symbolsIn<DocumentSymbol>(client, 'api.json');
        const [empty, cut] = paths?.children ?? [];
        assert.equal(empty?.name, '""');
        assert.ok((cut?.name.length ?? 0) < 300);
      },
      nesting,
    ));

  it('are those that were made ahead while nobody asked', async () => {
    const review = reviewedShop({ 'api.yaml': api, 'schema.prisma': schema });
    const uris = [...review.workspace.documents.keys()];
    const abilities = { deferredNavigation: new Set<string>(), nestsSymbols: true, tagsSymbols: true };
    const session = { ...plainInput, abilities, shown: async () => review };
    const ask = (uri: string) => documentSymbols(session, { textDocument: { uri } });
    for (const uri of uris) {
      const made = await ask(uri);
      assert.notEqual(made, await ask(uri), 'what is made for an answer is not kept');
      finish(outlinesAhead(session, review, [uri]));
      assert.equal(await ask(uri), await ask(uri));
      assert.deepEqual(await ask(uri), made);
    }
  });

  it('are left to others in files that are neither', () =>
    askServer({}, async (client) => {
      await client.open('other.yaml', 'a: 1\n');
      await client.open('plumbline.yaml', 'preset: strict\n');
      assert.equal(await ask(client, 'other.yaml'), null);
      assert.equal(await ask(client, 'plumbline.yaml'), null);
    }));
});

function at(line: number, character: number) {
  return { line, character };
}

async function symbolsIn<S>(client: TestClient, path: string): Promise<readonly S[]> {
  const symbols = await ask<S>(client, path);
  assert.ok(symbols !== null);
  return symbols;
}

function ask<S>(client: TestClient, path: string): Promise<readonly S[] | null> {
  return client.send('textDocument/documentSymbol', { textDocument: { uri: client.uri(path) } });
}
