import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { askServer } from './ask-server.ts';
import { pascal, shop, summary } from './faulty-shop.ts';

describe('fix all', () => {
  it('is a source action, and offered only where that is asked for', () =>
    askServer({}, async (client) => {
      await client.open('api.yaml', shop);
      assert.ok(!(await client.actionsAt('api.yaml', 'shop')).some(({ kind }) => kind?.startsWith('source')));
      const actions = await client.actionsAt('api.yaml', 'openapi', ['source.fixAll']);
      assert.deepEqual(
        actions.map(({ kind }) => kind),
        ['source.fixAll.plumbline'],
      );
      await client.take(actions, 'Fix all safe problems');
      await client.untilRules('api.yaml');
    }));

  it('makes fixes that touch the same text one after the other', () =>
    askServer({}, async (client) => {
      await client.open('api.yaml', shop.replace('title: shop', 'title: the shop'));
      await client.until('api.yaml', (all) => all.length === 4);
      await client.take(await client.actionsAt('api.yaml', 'openapi', ['source.fixAll']), 'Fix all safe problems');
      await client.untilRules('api.yaml');
      assert.ok(client.document('api.yaml').getText().includes('title: Shop\n'));
    }));

  it('changes the file that is saved, and no other', () =>
    askServer(
      {
        'api.yaml': shop.replace(
          '    get:\n      responses: {}\n    post:\n      responses: {}\n',
          '    $ref: users.yaml\n',
        ),
      },
      async (client) => {
        await client.open('users.yaml', 'get:\n  tags: [user]\n');
        await client.untilRules('users.yaml', summary, 'openapi/tag-declared');
        const actions = await client.actionsAt('users.yaml', 'get', ['source.fixAll']);
        await client.take(actions, 'Fix all safe problems');
        await client.untilRules('users.yaml', 'openapi/tag-declared');
        assert.equal(client.document('users.yaml').getText().split('summary:').length, 2);
        assert.deepEqual(await client.actionsAt('users.yaml', 'get', ['source.fixAll']), []);
        assert.equal(await client.request('plumbline/fixAll', { uri: client.uri('users.yaml') }), null);
        const [single] = await client.actionsAt('users.yaml', 'user');
        assert.equal(single?.title, 'Declare it');
      },
    ));

  it('leaves out fixes that need a person', () =>
    askServer({}, async (client) => {
      await client.open('schema.prisma', 'model user {\n  id Int @id\n}\n\nmodel post {\n  id Int @id\n}\n');
      await client.untilRules('schema.prisma', pascal, pascal);
      assert.deepEqual(await client.actionsAt('schema.prisma', 'user', ['source.fixAll.plumbline']), []);
      const actions = await client.actionsAt('schema.prisma', 'user');
      assert.deepEqual(
        actions.map((action) => [action.title, action.isPreferred]),
        [
          ['Rename it', false],
          [`Ignore ${pascal} here with a reason…`, undefined],
          [`Turn off ${pascal} in plumbline.yaml`, undefined],
        ],
      );
      assert.equal(await client.request('plumbline/fixAll', { uri: client.uri('schema.prisma') }), null);
      await client.take(actions, 'Rename it');
      await client.untilRules('schema.prisma', pascal);
    }));

  it('can be asked for as one edit, until there is nothing left to do', () =>
    askServer({}, async (client) => {
      await client.open('api.yaml', shop.replace('title: shop', 'title: the shop'));
      const edit = await client.request('plumbline/fixAll', { uri: client.uri('api.yaml') });
      assert.ok(edit !== null);
      await client.apply(edit);
      await client.untilRules('api.yaml');
      assert.equal(await client.request('plumbline/fixAll', { uri: client.uri('api.yaml') }), null);
    }));
});
