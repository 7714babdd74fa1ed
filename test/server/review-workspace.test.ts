import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { askServer } from './ask-server.ts';
import { shop, summary, title, userSchema } from './faulty-shop.ts';

describe('reviewing the workspace', () => {
  it('counts the findings of every reviewed file', () =>
    askServer(
      { 'api.yaml': shop, 'schema.prisma': 'model User {\n  id Int @id\n}\n', 'a.json': '{}' },
      async (client) => {
        const reviewed = await client.request('plumbline/reviewWorkspace', {});
        assert.deepEqual(reviewed?.files, {
          [client.uri('api.yaml')]: { error: 1, warning: 2, info: 0 },
          [client.uri('schema.prisma')]: { error: 0, warning: 0, info: 0 },
        });
        assert.deepEqual(client.reviewed.at(-1)?.files, reviewed?.files);
      },
    ));

  it('reads every file again, though nobody tells of a change', () =>
    askServer({ 'api.yaml': shop }, async (client) => {
      await client.untilRules('api.yaml', title, summary, summary);
      client.writeFile('api.yaml', shop.replace('title: shop', 'title: Shop'));
      client.writeFile('schema.prisma', userSchema);
      const reviewed = await client.request('plumbline/reviewWorkspace', {});
      assert.deepEqual(reviewed?.files, {
        [client.uri('api.yaml')]: { error: 0, warning: 2, info: 0 },
        [client.uri('schema.prisma')]: { error: 0, warning: 1, info: 0 },
      });
      assert.equal(client.shown('schema.prisma')?.length, 1);
    }));

  it('comes to nothing while reviewing is off', () =>
    askServer(
      { 'api.yaml': shop },
      async (client) => assert.equal(await client.request('plumbline/reviewWorkspace', {}), null),
      { settings: { enable: false } },
    ));
});
