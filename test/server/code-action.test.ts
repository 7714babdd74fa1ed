import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { rulebook } from '#rules/rulebook.ts';
import { asks } from './ask-about-config.ts';
import { askServer } from './ask-server.ts';
import { shop, summary, title } from './faulty-shop.ts';

/** Three foreign keys without index. */
const oldShop = `datasource db {
  provider = "postgresql"
}

model User {
  id        Int      @id
  createdAt DateTime @default(now())
  orders    Order[]
}

model Shop {
  id        Int      @id
  createdAt DateTime @default(now())
  visits    Visit[]
  parcels   Parcel[]
}

model Order {
  id        Int      @id
  user      User     @relation(fields: [userId], references: [id])
  userId    Int
  createdAt DateTime @default(now())
}

model Visit {
  id        Int      @id
  shop      Shop     @relation(fields: [shopId], references: [id])
  shopId    Int
  createdAt DateTime @default(now())
}

model Parcel {
  id        Int      @id
  shop      Shop     @relation(fields: [storeId], references: [id])
  storeId   Int
  createdAt DateTime @default(now())
}
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

  it('offer one fix once, where it mends all that are told as one', () => {
    const answer = `{ description: A, content: { application/json: { schema: { $ref: '#/components/schemas/Pet' } } } }`;
    const path = (name: string) => `  /${name}: { get: { responses: { '200': ${answer} } } }\n`;
    return askServer(
      {},
      async (client) => {
        await client.open(
          'a.yaml',
          `openapi: 3.1.0\ninfo: { title: A, version: '1' }\npaths:\n${path('a')}${path('b')}`,
        );
        await client.until('a.yaml', (all) => all.some(({ code }) => code === 'openapi/reference-resolves'));
        const titles = (await client.actionsAt('a.yaml', '/schemas/Pet')).map(({ title }) => title);
        assert.deepEqual(
          titles.filter((each) => each.startsWith('Create ')),
          ['Create schema “Pet”'],
        );
      },
      { rulebook },
    );
  });

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

  it('say once what the database will feel of many at once', () =>
    askServer(
      {},
      async (client) => {
        await client.open('schema.prisma', oldShop);
        await client.until('schema.prisma', (all) =>
          all.some(({ message }) => String(message).startsWith('3 foreign keys')),
        );
        const actions = await client.actionsAt('schema.prisma', 'userId');
        await client.take(actions, 'Add `@@index([userId])` in Order');
        assert.deepEqual(client.messages, [], 'the title of a single fix says all');
        await client.until('schema.prisma', (all) =>
          all.some(({ message }) => String(message).startsWith('2 foreign keys')),
        );
        const left = await client.actionsAt('schema.prisma', 'shopId');
        await client.take(left, 'Add an index for each of 2 foreign keys (the migration builds them)');
        assert.deepEqual(client.messages, [
          'Plumbline: the next migration builds 2 indexes on 2 tables (nobody writes to a table meanwhile, unless you write CONCURRENTLY into a migration of its own).',
        ]);
      },
      { rulebook },
    ));

  it('come to nothing when the finding is gone before they are chosen', () =>
    askServer({}, async (client) => {
      await client.open('api.yaml', shop);
      const [fix] = await client.actionsAt('api.yaml', 'shop');
      await client.replace('api.yaml', 'title: shop', 'title: Shop');
      const resolved = await client.send<{ edit?: unknown }>('codeAction/resolve', fix);
      assert.equal(resolved.edit, undefined);
    }));

  it('mend the mistakes of a plumbline.yaml', () =>
    asks({ 'plumbline.yaml': '' }, async (client) => {
      await client.open('plumbline.yaml', 'preset: stict\nrules:\n  list-paginated: warn\n');
      await client.untilRules('plumbline.yaml', 'plumbline/config', 'plumbline/config');
      await client.take(await client.actionsAt('plumbline.yaml', 'stict'), 'Replace “stict” by “strict”');
      await client.untilRules('plumbline.yaml', 'plumbline/config');
      await client.take(
        await client.actionsAt('plumbline.yaml', 'list-paginated'),
        'Replace “list-paginated” by “openapi/list-paginated”',
      );
      await client.untilRules('plumbline.yaml', 'plumbline/config');
      await client.take(await client.actionsAt('plumbline.yaml', 'warn'), 'Replace “warn” by “warning”');
      await client.untilRules('plumbline.yaml');
      assert.equal(
        client.document('plumbline.yaml').getText(),
        'preset: strict\nrules:\n  openapi/list-paginated: warning\n',
      );
    }));
});
