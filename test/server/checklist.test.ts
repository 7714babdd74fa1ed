import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { checklist } from '#rules/checklist.ts';
import { rulebook } from '#rules/rulebook.ts';
import { answersFile, human, item, itemId, services, shop, stateOf } from './ask-checklist.ts';
import { askServer } from './ask-server.ts';

describe('the checklist', () => {
  it('shows what rules decide and what the files say about the rest', () =>
    askServer({ 'api.yaml': shop }, async (client) => {
      const [state] = await services(client);
      assert.equal(state?.answersUri, client.uri(answersFile));
      assert.deepEqual(
        [state?.title, state?.version, state?.path, state?.uri],
        ['shop', '1.0.0', 'api.yaml', state?.id],
      );
      const documentation = item(state, 'documentation-formats');
      assert.ok(documentation?.kind === 'automatic');
      assert.equal(documentation.state, 'findings');
      assert.deepEqual(documentation.findings[0]?.range.start, { line: 2, character: 9 });
      assert.equal(stateOf(state, 'webhook-signatures'), 'notApplicable');
      assert.equal(stateOf(state, 'normalisation'), 'notApplicable');
      const retries = human(state, itemId);
      assert.deepEqual(
        retries.evidence.map(({ text, range }) => [text, range.start.line]),
        [['POST /users takes no idempotency key', 9]],
      );
      assert.equal(retries.answer, undefined);
      const { counts } = state ?? {};
      assert.equal(counts?.rows, 65);
      assert.equal(counts.decided + counts.open, 65);
    }));

  it('has a root for each description with its schema, and for each schema that belongs to none', () => {
    const files = {
      'orders/api.yaml': shop,
      'orders/db/schema.prisma': 'model A {\n  id Int @id\n}\n',
      'users/api.yaml': shop.replace('title: shop', 'title: users'),
      'other/schema.prisma': 'model B {\n  id Int @id\n}\n',
    };
    return askServer(files, async (client) => {
      const found = await services(client);
      assert.deepEqual(
        found.map(({ title, path, schema }) => [title, path, schema?.path]),
        [
          ['shop', 'orders/api.yaml', 'orders/db'],
          ['users', 'users/api.yaml', undefined],
          ['other', 'other', 'other'],
        ],
      );
      const few = await client.request('plumbline/checklist', { services: [client.uri('users/api.yaml')] });
      assert.deepEqual(
        few?.services.map(({ sections }) => sections?.length),
        [undefined, checklist.length, undefined],
      );
    });
  });

  it('says of a row that something of it is ignored, off or not read', () => {
    const files = {
      'api.yaml': `${shop.replace('info:', 'servers:\n  - url: http://api.example.com # plumbline-ignore openapi/server-https: behind a proxy\ninfo:')}`,
      'off/plumbline.yaml': 'rules: { openapi/webhook-signed: off, openapi/received-webhook-signed: off }\n',
      'off/api.yaml': `${shop}webhooks:\n  paid:\n    post: { responses: { '200': { description: OK } } }\n`,
      'unread/api.yaml': shop.replace('    get:', '    $ref: gone.yaml\n    get:'),
      'broken/api.yaml': `${shop}components:\n  schemas: [\n`,
    };
    return askServer(
      files,
      async (client) => {
        const found = await services(client);
        const row = (path: string, id: string) => {
          const state = item(
            found.find((each) => each.path === path),
            id,
          );
          assert.ok(state?.kind === 'automatic');
          const { state: is, ignored, off, unread } = state;
          return { is, ignored, off, unread };
        };
        const plain = { ignored: 0, off: [], unread: [] };
        assert.deepEqual(row('api.yaml', 'secrets'), { ...plain, is: 'pass', ignored: 1 });
        assert.deepEqual(row('off/api.yaml', 'webhook-signatures'), {
          ...plain,
          is: 'unknown',
          off: ['openapi/received-webhook-signed', 'openapi/webhook-signed'],
        });
        assert.deepEqual(row('api.yaml', 'webhook-signatures'), { ...plain, is: 'notApplicable' });
        const { is, unread } = row('unread/api.yaml', 'webhook-signatures');
        assert.equal(is, 'unknown');
        assert.match(unread.join(), /gone\.yaml/);
        const broken = row('broken/api.yaml', 'webhook-signatures');
        assert.deepEqual([broken.is, broken.unread], ['unknown', ['broken/api.yaml']]);
      },
      { rulebook },
    );
  });

  it('says what is wrong with the answers', () =>
    askServer({ [answersFile]: 'answers:\n  review-saga: yes\n  no-such: { checked: true }\n' }, async (client) => {
      const shown = await client.untilRules(answersFile, 'plumbline/answers', 'plumbline/answers');
      assert.equal(shown[0]?.range.start.line, 1);
      assert.equal(shown[1]?.range.start.line, 2);
    }));
});
