import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Location } from 'vscode-languageserver';
import { askServer, type TestClient } from './ask-server.ts';
import { shopFiles } from './shop-files.ts';

const path = 'schema.prisma';
const text = shopFiles[path];

describe('the place of a model', () => {
  it('is that of its name, or of a field, as the text is now', () =>
    askServer(shopFiles, async (client) => {
      await client.open(path, text);
      assert.equal(await placed(client, 'Item'), '5:6');
      assert.equal(await placed(client, 'Item', 'orderId'), '7:2');
      // A field that is gone meanwhile leads to its model.
      assert.equal(await placed(client, 'Item', 'gone'), '5:6');
      await client.replace(path, 'model Order', '// More.\n\nmodel Order');
      assert.equal(await placed(client, 'Item', 'orderId'), '9:2');
      await client.replace(path, 'model Item', 'model Thing');
      assert.equal(await placed(client, 'Item'), undefined);
      assert.equal(await placed(client, 'Thing'), '7:6');
    }));

  it('is none where a file belongs to no schema', () =>
    askServer(shopFiles, async (client) => {
      const params = { uri: client.uri('api.yaml'), model: 'Item' };
      assert.equal(await client.send('plumbline/dataModelPlace', params), null);
    }));
});

async function placed(client: TestClient, model: string, field?: string): Promise<string | undefined> {
  const params = { uri: client.uri(path), model, ...(field === undefined ? {} : { field }) };
  const place = await client.send<Location | null>('plumbline/dataModelPlace', params);
  return place === null ? undefined : `${place.range.start.line}:${place.range.start.character}`;
}
