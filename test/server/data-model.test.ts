import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { rulebook } from '#rules/rulebook.ts';
import { dataModel } from '#server/features/data-model.ts';
import type { DataModelState } from '#server/protocol.ts';
import { askServer, type TestClient } from './ask-server.ts';
import { plainInput } from './reviewed-shop.ts';
import { shopFiles } from './shop-files.ts';

const faulty = `datasource db {
  provider = "postgresql"
}

model Order {
  id    Int    @id
  total Float
  items Item[]
}

model Item {
  id      Int   @id
  orderId Int
  order   Order @relation(fields: [orderId], references: [id])
}
`;

describe('the data model', () => {
  it('is that of the schema a file belongs to, with its findings', () =>
    askServer(
      { 'prisma/schema.prisma': faulty },
      async (client) => {
        await client.open('prisma/schema.prisma', faulty);
        const state = await ask(client, 'prisma/schema.prisma');
        assert.deepEqual([state?.title, state?.models, state?.leftOut], ['prisma/schema.prisma', 2, 0]);
        assert.equal(state?.uri, client.uri('prisma/schema.prisma'));
        const boxes = state?.picture?.boxes.map(({ id, severity, rows }) => [id, severity, rows.join()]);
        assert.deepEqual(boxes, [
          ['Order', 'error', 'id,total'],
          ['Item', 'warning', 'id,orderId'],
        ]);
        assert.equal(
          state?.picture?.boxes[1]?.spoken,
          'Item, model, 2 columns, 1 relation, 1 finding, the worst: warning',
        );
        assert.deepEqual(
          state?.picture?.lines.map(({ id, from, to }) => `${id}: ${from} ${to}`),
          ['Item.order: Item Order'],
        );
        // What is found at the relation is shown at its foreign key.
        const [, item] = state?.picture?.boxes ?? [];
        assert.match(JSON.stringify(item?.parts), /"mark warning".*"FK".*"orderId"/);
        assert.match(state?.style ?? '', /--diagram-box/);
      },
      { rulebook },
    ));

  it('is sent once: a client that has it is told so, until it looks otherwise', () =>
    askServer({ 'schema.prisma': faulty }, async (client) => {
      await client.open('schema.prisma', faulty);
      const first = await ask(client, 'schema.prisma');
      const known = first?.digest ?? '';
      assert.ok(first?.picture !== undefined && known !== '');
      assert.equal((await ask(client, 'schema.prisma', { known }))?.picture, undefined);
      const keys = await ask(client, 'schema.prisma', { known, detail: 'keys' });
      assert.deepEqual(keys?.picture?.boxes[0]?.rows, ['id']);
      // Where it stands does not count.
      await client.replace('schema.prisma', 'datasource', '// A comment.\n\ndatasource');
      assert.equal((await ask(client, 'schema.prisma', { known }))?.picture, undefined);
      await client.replace('schema.prisma', 'total ', 'sum   ');
      const after = await ask(client, 'schema.prisma', { known });
      assert.deepEqual(after?.picture?.boxes[0]?.rows, ['id', 'sum']);
    }));

  it('is that of all files of a schema', () =>
    askServer(
      {
        'db/base.prisma': 'datasource db {\n  provider = "postgresql"\n}\n',
        'db/a.prisma': 'model A {\n  id Int @id\n  bs B[]\n}\n',
        'db/b.prisma': 'model B {\n  id  Int @id\n  aId Int\n  a   A   @relation(fields: [aId], references: [id])\n}\n',
      },
      async (client) => {
        await client.open(
          'db/b.prisma',
          'model B {\n  id  Int @id\n  aId Int\n  a   A   @relation(fields: [aId], references: [id])\n}\n',
        );
        const state = await ask(client, 'db/b.prisma');
        assert.deepEqual([state?.title, state?.models, state?.picture?.lines.length], ['db', 2, 1]);
      },
    ));

  it('is none for a file of no schema, or while reviewing is off', async () => {
    await askServer(shopFiles, async (client) => {
      await client.open('api.yaml', shopFiles['api.yaml']);
      assert.equal(await ask(client, 'api.yaml'), null);
      assert.equal(await ask(client, 'gone.prisma'), null);
    });
    const off = {
      ...plainInput,
      shown: async () => undefined,
      complete: async () => undefined,
      contextOf: () => assert.fail(),
      files: { folders: [] },
    };
    assert.equal(await dataModel(off, { uri: 'file:///w/schema.prisma', detail: 'all' }), null);
  });
});

function ask(client: TestClient, path: string, more: object = {}): Promise<DataModelState | null> {
  return client.send('plumbline/dataModel', { uri: client.uri(path), detail: 'all', ...more });
}
