import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { askServer, type TestClient } from './ask-server.ts';
import { backgroundInChannel } from './background/background-in-channel.ts';
import { testRulebook } from './test-rulebook.ts';

const files = {
  'api/shop.yaml': "openapi: 3.1.0\ninfo: {title: Shop, version: '1'}\npaths:\n  /orders: {$ref: orders.yaml}\n",
  'api/orders.yaml': 'get: {}\n',
  'db/schema.prisma': 'datasource db {\n  provider = "postgresql"\n}\n\nmodel Order {\n  id Int @id\n}\n',
  'plumbline.yaml': "preset: quiet\nexclude: ['old/**']\n",
  'old/shop.yaml': 'openapi: 3.0.0\npaths: {}\n',
  'other.yaml': 'a: 1\n',
};
const copied = "openapi: 3.0.0\ninfo: {title: Shop, version: '1'}\npaths: {}\n";
const usual = { config: 'plumbline.yaml', preset: 'quiet' };

describe('how a file was read', () => {
  it('is told of roots, fragments, schemas and others', () =>
    askServer(files, async (client) => {
      const description = { version: 'OpenAPI 3.1', roots: ['api/shop.yaml'], schema: 'db/schema.prisma' };
      assert.deepEqual(await reading(client, 'api/shop.yaml'), { role: 'description', ...description, ...usual });
      assert.deepEqual(await reading(client, 'api/orders.yaml'), { role: 'fragment', ...description, ...usual });
      assert.deepEqual(await reading(client, 'db/schema.prisma'), {
        role: 'schema',
        roots: ['api/shop.yaml'],
        ...usual,
      });
      assert.deepEqual(await reading(client, 'plumbline.yaml'), { role: 'config', roots: [], ...usual });
      // Of what is not reviewed only open documents are known.
      await client.open('old/shop.yaml', files['old/shop.yaml']);
      await client.open('other.yaml', files['other.yaml']);
      assert.deepEqual(await reading(client, 'old/shop.yaml'), { role: 'unused', roots: [], ...usual });
      assert.deepEqual(await reading(client, 'other.yaml'), { role: 'unused', roots: [], ...usual });
      assert.equal(await reading(client, 'nowhere.yaml'), null);
    }));

  it('is told of a schema with the descriptions that are compared with it, wherever they are reviewed', () =>
    askServer(
      { ...files, 'api/other.yaml': files['api/shop.yaml'].replace('Shop', 'Other') },
      async (client) => {
        await client.open('db/schema.prisma', files['db/schema.prisma']);
        const told = await reading(client, 'db/schema.prisma');
        assert.deepEqual(told?.roots, ['api/other.yaml', 'api/shop.yaml']);
        const page = () => client.request('plumbline/readingPage', { uri: client.uri('db/schema.prisma') });
        assert.match((await page()) ?? '', /Compared with \| .*other.yaml.*shop.yaml/);
        // What comes over is told once.
        await client.open('api/shop.yaml', files['api/shop.yaml']);
        assert.deepEqual((await reading(client, 'db/schema.prisma'))?.roots, told?.roots);
        await client.deleteFile('api/other.yaml');
        await client.filesChanged('api/other.yaml');
        assert.deepEqual((await reading(client, 'db/schema.prisma'))?.roots, ['api/shop.yaml']);
      },
      { background: { start: backgroundInChannel(testRulebook), worthThread: 0 } },
    ));

  it('is told of a copy with what is reviewed in its place', () =>
    askServer({ 'a.yaml': copied, 'docs/a.yaml': copied }, async (client) => {
      assert.deepEqual(await reading(client, 'docs/a.yaml'), {
        role: 'copy',
        version: 'OpenAPI 3.0',
        roots: ['a.yaml'],
        preset: 'recommended',
      });
    }));

  it('follows the texts', () =>
    askServer(files, async (client) => {
      await client.open('api/shop.yaml', files['api/shop.yaml']);
      await client.replace('api/shop.yaml', '3.1.0', '3.2.0');
      assert.equal((await reading(client, 'api/orders.yaml'))?.version, 'OpenAPI 3.2');
    }));

  it('is told of documents that were not saved yet', () =>
    askServer({}, async (client) => {
      const textDocument = { uri: 'untitled:Untitled-1', languageId: 'yaml', version: 1, text: 'swagger: "2.0"\n' };
      await client.notify('textDocument/didOpen', { textDocument });
      assert.deepEqual(await client.request('plumbline/reading', { uri: textDocument.uri }), {
        role: 'description',
        version: 'Swagger 2.0',
        roots: ['Untitled-1'],
        preset: 'recommended',
      });
      const page = await client.request('plumbline/readingPage', { uri: textDocument.uri });
      assert.match(page ?? '', /^# How Untitled-1 was read/);
      const symbols = await client.send<readonly unknown[] | null>('textDocument/documentSymbol', { textDocument });
      assert.equal(symbols?.length, 1);
    }));

  it('is not told while reviewing is off', () =>
    askServer(files, async (client) => assert.equal(await reading(client, 'api/shop.yaml'), null), {
      settings: { enable: false },
    }));
});

async function reading(client: TestClient, path: string) {
  await client.request('plumbline/reviewWorkspace', {});
  return client.request('plumbline/reading', { uri: client.uri(path) });
}
