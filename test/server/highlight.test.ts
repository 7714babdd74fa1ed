import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { type DocumentHighlight, DocumentHighlightKind } from 'vscode-languageserver';
import { highlight } from '#server/features/highlight.ts';
import { askServer, type TestClient } from './ask-server.ts';
import { plainInput, reviewedShop, shopFolder } from './reviewed-shop.ts';
import { placeOf, shopFiles } from './shop-files.ts';

describe('highlights', () => {
  it('mark a name and its uses in the same file', () =>
    askServer(shopFiles, async (client) => {
      await client.open('api.yaml', shopFiles['api.yaml']);
      await client.open('schema.prisma', shopFiles['schema.prisma']);
      assert.deepEqual(await marked(client, 'api.yaml', 'Item:'), ['Write Item', "Read '#/components/schemas/Item'"]);
      assert.deepEqual(await marked(client, 'schema.prisma', 'orderId]'), [
        'Write orderId',
        'Read orderId',
        'Read orderId',
      ]);
    }));

  it('are made of a review and its lines', async () => {
    const shop = reviewedShop();
    const input = { ...plainInput, shown: async () => shop, abilities: { deferredNavigation: new Set<string>() } };
    const textDocument = { uri: `${shopFolder}/schema.prisma` };
    const found = await highlight(input, { textDocument, position: { line: 5, character: 7 } });
    assert.deepEqual(
      found?.map(({ range }) => range.start.line),
      [5, 2],
    );
  });

  it('are left to the editor where nothing is named, or that is in another file', () =>
    askServer(shopFiles, async (client) => {
      await client.open('api.yaml', shopFiles['api.yaml']);
      assert.equal(await marked(client, 'api.yaml', 'Shop'), undefined);
      assert.equal(await marked(client, 'api.yaml', 'object'), undefined);
    }));
});

async function marked(client: TestClient, path: string, text: string): Promise<readonly string[] | undefined> {
  const place = placeOf(client, path, text);
  const found = await client.send<DocumentHighlight[] | null>('textDocument/documentHighlight', place);
  const name = (kind: DocumentHighlight['kind']) => (kind === DocumentHighlightKind.Write ? 'Write' : 'Read');
  return found?.map(({ range, kind }) => `${name(kind)} ${client.document(path).getText(range)}`);
}
