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

  it('is that of the model in its namespace of Prisma 8', () => {
    const contract =
      '// use prisma-8\nnamespace auth {\n  model Role {\n    id Int @id\n  }\n  model User {\n    id Int @id\n  }\n}\nmodel User {\n  key Int @id\n}\n';
    return askServer({ [path]: contract }, async (client) => {
      await client.open(path, contract);
      assert.equal(await placed(client, 'auth.User'), '5:8');
      assert.equal(await placed(client, 'auth.User', 'id'), '6:4');
      assert.equal(await placed(client, 'User', 'key'), '10:2');
      assert.equal(await placed(client, 'Role'), undefined);
    });
  });

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
