import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { askServer } from './ask-server.ts';

const title = 'openapi/title-capitalised';
const summary = 'openapi/operation-summary';
const pascal = 'prisma/model-name-pascal-case';

const shop = `openapi: 3.1.0
info:
  title: shop
  version: 1.0.0
paths:
  /users:
    get:
      responses: {}
    post:
      responses: {}
`;

describe('code actions', () => {
  it('apply a fix, after which the finding is gone', () =>
    askServer({}, async (client) => {
      await client.open('api.yaml', shop);
      await client.untilRules('api.yaml', title, summary, summary);
      const actions = await client.actionsAt('api.yaml', 'shop');
      const [fix] = actions;
      assert.equal(fix?.isPreferred, true);
      assert.equal(fix?.diagnostics?.[0]?.code, title);
      await client.take(actions, 'Begin it with a capital');
      await client.untilRules('api.yaml', summary, summary);
      assert.ok(client.document('api.yaml').getText().includes('title: Shop'));
    }));

  it('fix all problems of one rule in the file', () =>
    askServer({}, async (client) => {
      await client.open('api.yaml', shop);
      await client.take(await client.actionsAt('api.yaml', 'get'), `Fix all 2 ${summary} problems in this file`);
      await client.untilRules('api.yaml', title);
      const text = client.document('api.yaml').getText();
      assert.equal(text.split('summary:').length, 3);
    }));

  it('fix all safe problems as a source action, and only then', () =>
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

  it('fix all, where fixes touch the same text one after the other', () =>
    askServer({}, async (client) => {
      await client.open('api.yaml', shop.replace('title: shop', 'title: the shop'));
      await client.until('api.yaml', (all) => all.length === 4);
      await client.take(await client.actionsAt('api.yaml', 'openapi', ['source.fixAll']), 'Fix all safe problems');
      await client.untilRules('api.yaml');
      assert.ok(client.document('api.yaml').getText().includes('title: Shop\n'));
    }));

  it('fix all in the file that is saved, and in no other', () =>
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

  it('say why a fix cannot be written, to clients that show it, and are not offered to others', async () => {
    const text = `${shop.replace('      responses: {}', '      tags: [user]')}x-tags: &tags []\ntags: *tags\n`;
    const reasonsAt = async (capabilities: object) => {
      const reasons: (string | undefined)[] = [];
      await askServer(
        {},
        async (client) => {
          await client.open('api.yaml', text);
          const actions = await client.actionsAt('api.yaml', 'user]');
          for (const { title, disabled } of actions) if (title === 'Declare it') reasons.push(disabled?.reason);
        },
        { capabilities },
      );
      return reasons;
    };
    assert.deepEqual(await reasonsAt({ textDocument: { codeAction: { disabledSupport: true } } }), [
      'It cannot be written here: “tags” is an alias (*tags); it has to be changed at its anchor.',
    ]);
    assert.deepEqual(await reasonsAt({}), []);
  });

  it('keep fixes that need a person out of fix all', () =>
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

  it('write an ignore with a placeholder where the client cannot ask for the reason', () =>
    askServer({}, async (client) => {
      await client.open('schema.prisma', 'model user {\n  id Int @id\n}\n');
      await client.take(await client.actionsAt('schema.prisma', 'user'), `Ignore ${pascal} here with a reason…`);
      await client.untilRules('schema.prisma', 'plumbline/ignore-reason');
      assert.ok(
        client.document('schema.prisma').getText().startsWith(`// plumbline-ignore ${pascal}: TODO: say why\nmodel`),
      );
    }));

  it('name the commands of clients that have them', () =>
    askServer(
      {},
      async (client) => {
        await client.open('api.json', '{\n  "openapi": "3.0.3",\n  "info": {\n    "title": "shop"\n  }\n}\n');
        const actions = await client.actionsAt('api.json', 'shop');
        const ignore = actions.find(({ command }) => command?.command === 'plumbline.ignoreWithReason');
        const [target] = ignore?.command?.arguments ?? [];
        const page = actions.find(({ command }) => command?.command === 'plumbline.openRulePage');
        assert.deepEqual(page?.command?.arguments, [title]);
        const edit = await client.request('plumbline/ignore', { ...target, reason: 'A brand' });
        assert.ok(edit !== null);
        await client.apply(edit);
        await client.untilRules('api.json');
        assert.ok(client.document('api.json').getText().includes('"x-plumbline-ignore"'));
      },
      { initializationOptions: { commands: ['plumbline.openRulePage', 'plumbline.ignoreWithReason'] } },
    ));

  it('carry their edits for clients that do not resolve them', () =>
    askServer(
      {},
      async (client) => {
        await client.open('api.yaml', shop);
        const [fix] = await client.actionsAt('api.yaml', 'shop');
        assert.deepEqual(Object.keys(fix?.edit?.changes ?? {}), [client.uri('api.yaml')]);
        assert.equal(fix?.data, undefined);
      },
      { capabilities: {} },
    ));

  it('come to nothing when the finding is gone before they are chosen', () =>
    askServer({}, async (client) => {
      await client.open('api.yaml', shop);
      const [fix] = await client.actionsAt('api.yaml', 'shop');
      await client.replace('api.yaml', 'title: shop', 'title: Shop');
      const resolved = await client.send<{ edit?: unknown }>('codeAction/resolve', fix);
      assert.equal(resolved.edit, undefined);
    }));
});
