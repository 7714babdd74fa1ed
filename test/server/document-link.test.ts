import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { DocumentLink } from 'vscode-languageserver';
import { askServer, type TestClient } from './ask-server.ts';

const files = {
  'api.yaml': `openapi: 3.1.0
paths:
  /orders: {$ref: 'my paths/orders.yaml'}
  /lost: {$ref: lost.yaml}
components:
  schemas:
    Order: {$ref: 'schemas.yaml#/Order'}
  examples:
    One: {externalValue: 'examples/one.xml'}
    Outside: {externalValue: '../../outside.xml'}
`,
  'my paths/orders.yaml': 'get: {}\n',
  'schemas.yaml': 'Line: {}\nOrder: {}\n',
  'schema.prisma': 'model Order {\n  id Int @id\n}\n',
};

describe('document links', () => {
  it('lead to the files a description names, and to the line where that is known', () =>
    askServer(files, async (client) => {
      await client.open('api.yaml', files['api.yaml']);
      const links = await ask(client, 'api.yaml');
      assert.deepEqual(
        links.map(({ range, target }) => [range.start.line, target]),
        [
          [2, client.uri('my paths/orders.yaml')],
          [6, `${client.uri('schemas.yaml')}#L2,1`],
          [8, client.uri('examples/one.xml')],
        ],
      );
    }));

  it('follow the texts of both files', () =>
    askServer(files, async (client) => {
      await client.open('api.yaml', files['api.yaml']);
      await client.open('schemas.yaml', files['schemas.yaml']);
      await client.replace('schemas.yaml', 'Line: {}', 'Line: {}\nPage: {}');
      await client.replace('api.yaml', '/Order', '/Page');
      const links = await ask(client, 'api.yaml');
      assert.equal(links[1]?.target, `${client.uri('schemas.yaml')}#L2,1`);
      // What was listed before the other file changed leads to where its target stands now.
      const [, link] = await client.send<DocumentLink[]>('textDocument/documentLink', {
        textDocument: { uri: client.uri('api.yaml') },
      });
      await client.replace('schemas.yaml', 'Line: {}', 'First: {}\nLine: {}');
      const { target } = await client.send<DocumentLink>('documentLink/resolve', link);
      assert.equal(target, `${client.uri('schemas.yaml')}#L3,1`);
      assert.deepEqual(await client.send('documentLink/resolve', { ...link, data: 1 }), { ...link, data: 1 });
    }));

  it('are none in a schema, and in files of others', () =>
    askServer(files, async (client) => {
      await client.open('schema.prisma', files['schema.prisma']);
      await client.open('other.yaml', "a: {$ref: 'schemas.yaml#/Order'}\n");
      assert.deepEqual(await ask(client, 'schema.prisma'), []);
      assert.deepEqual(await ask(client, 'other.yaml'), []);
    }));
});

/** Where each leads is asked when it is followed. */
async function ask(client: TestClient, path: string): Promise<readonly DocumentLink[]> {
  const textDocument = { uri: client.uri(path) };
  const links =
    (await client.send<readonly DocumentLink[] | null>('textDocument/documentLink', { textDocument })) ?? [];
  assert.ok(links.every(({ target }) => target === undefined));
  return Promise.all(links.map((link) => client.send<DocumentLink>('documentLink/resolve', link)));
}
