import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import { checklist } from '#rules/checklist.ts';
import { rulebook } from '#rules/rulebook.ts';
import type { AnswerParams, ChecklistItemState, HumanItemState, ServiceState } from '#server/protocol.ts';
import { askServer, type TestClient } from './ask-server.ts';

const shop = `openapi: 3.1.0
info:
  title: shop
  version: 1.0.0
paths:
  /users:
    get:
      summary: Lists users
      responses: {}
    post:
      summary: Creates a user
      responses: {}
`;

const answersFile = 'plumbline.review.yaml';
const yes = { verdict: 'yes' } as const;
const itemId = 'review-idempotency';

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
      assert.equal(counts?.rows, 51);
      assert.equal(counts.decided + counts.open, 51);
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
      'off/plumbline.yaml': 'rules: { openapi/webhook-signed: off }\n',
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
          off: ['openapi/webhook-signed'],
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

  it('keeps an answer in a file made for it', () =>
    askServer({ 'api.yaml': shop }, async (client) => {
      const answer = { ...yes, note: 'Keys: since May', who: 'Ada' };
      const edit = await client.request('plumbline/answer', { service: client.uri('api.yaml'), itemId, answer });
      assert.equal(edit?.documentChanges?.length, 2);
      await client.apply(edit);
      const today = new Date().toISOString().slice(0, 10);
      assert.match(
        onDisk(client, answersFile),
        new RegExp(
          `^# .*\nversion: 2\nservices:\n {2}api.yaml:\n {4}title: shop\n {4}answers:\n {6}${itemId}:\n {8}answer: 'yes'\n {8}note: 'Keys: since May'\n {8}who: Ada\n {8}when: '${today}'\n {8}evidence:\n {10}count: 1\n {10}digest: [a-p]{8}\n$`,
        ),
      );
      const shown = human((await services(client))[0], itemId);
      assert.deepEqual([shown.answer, shown.stale], [{ ...answer, when: today }, undefined]);
    }));

  it('says that an answer is stale when the evidence it was given for has changed', () =>
    askServer({ 'api.yaml': shop }, async (client) => {
      await client.open('api.yaml', shop);
      await give(client, 'api.yaml', { itemId, answer: yes });
      await client.open(answersFile, onDisk(client, answersFile));
      const stale = async () => human((await services(client))[0], itemId).stale;
      await client.replace('api.yaml', 'title: shop', 'title: Shop');
      await client.replace('api.yaml', '  /users:\n', '\n  /users:\n');
      assert.equal(await stale(), undefined);
      await client.replace('api.yaml', '/users:', '/people:');
      assert.equal(await stale(), 'answered for another operation');
      await client.replace('api.yaml', '/people:', '/users:');
      assert.equal(await stale(), undefined);
      await client.replace('api.yaml', 'paths:\n', 'paths:\n  /b:\n    post: { responses: {} }\n');
      assert.equal(await stale(), 'answered for 1 operation, now 2');
      const [state] = await services(client);
      await give(client, 'api.yaml', { itemId, answer: yes });
      const [again] = await services(client);
      assert.equal(human(again, itemId).stale, undefined);
      assert.equal((again?.counts.decided ?? 0) - (state?.counts.decided ?? 0), 1);
    }));

  it('keeps the answers of each service apart, in the nearest file', () => {
    const files = {
      'orders/api.yaml': shop,
      [`orders/${answersFile}`]: '# Orders\n',
      'users/api.yaml': shop.replace('title: shop', 'title: users'),
      'users/more.yaml': shop.replace('title: shop', 'title: more'),
    };
    return askServer(files, async (client) => {
      await client.open(`orders/${answersFile}`, files[`orders/${answersFile}`] ?? '');
      await give(client, 'orders/api.yaml', { itemId, answer: yes });
      await give(client, 'users/api.yaml', { itemId, answer: { verdict: 'no' } });
      assert.match(client.document(`orders/${answersFile}`).getText(), /# Orders\n[\s\S]*\n {2}api\.yaml:\n/);
      assert.match(onDisk(client, answersFile), /\n {2}users\/api\.yaml:\n {4}title: users\n/);
      const verdicts = (await services(client)).map((each) => human(each, itemId).answer?.verdict);
      assert.deepEqual(verdicts, ['yes', 'no', undefined]);
      assert.equal((await services(client))[1]?.counts.failing, ((await services(client))[2]?.counts.failing ?? 0) + 1);
    });
  });

  it('reads what version 1 said for every service, and loses nothing of it', () => {
    const old = `# Ours\nversion: 1\nteam: blue # kept\nanswers:\n  ${itemId}:\n    checked: true\n    # why\n    note: Keys\n    mood: calm\n`;
    const files = { 'a/api.yaml': shop, 'b/api.yaml': shop.replace('shop', 'b'), [answersFile]: old };
    return askServer(files, async (client) => {
      await client.open(answersFile, old);
      const verdicts = async () => (await services(client)).map((each) => human(each, itemId).answer?.verdict);
      assert.deepEqual(await verdicts(), ['yes', 'yes']);
      await give(client, 'a/api.yaml', { itemId, answer: { verdict: 'no' } });
      assert.deepEqual(await verdicts(), ['no', 'yes']);
      await give(client, 'a/api.yaml', { itemId, answer: null });
      assert.deepEqual(await verdicts(), [undefined, 'yes']);
      const text = client.document(answersFile).getText();
      assert.ok(text.startsWith(old.replace('version: 1', 'version: 2')), text);
    });
  });

  it('changes the answer of version 1 where it stands when it is for one service', () => {
    const old = `version: 1\nanswers:\n  ${itemId}:\n    checked: true\n    note: Keys\n    mood: calm\n  review-saga:\n    checked: true\n`;
    return askServer({ 'api.yaml': shop }, async (client) => {
      await client.open(answersFile, old);
      await give(client, 'api.yaml', { itemId, answer: { verdict: 'not-applicable' } });
      const text = client.document(answersFile).getText();
      for (const part of ['mood: calm', 'answer: not applicable', 'review-saga:\n    checked: true']) {
        assert.ok(text.includes(part), text);
      }
      assert.ok(!text.includes('services'), text);
      await give(client, 'api.yaml', { itemId, answer: null });
      assert.equal(human((await services(client))[0], itemId).answer, undefined);
      assert.equal(human((await services(client))[0], 'review-saga').answer?.verdict, 'yes');
    });
  });

  it('stands for a folder that has no description yet', () =>
    askServer({}, async (client) => {
      const [folder, ...others] = await services(client);
      assert.deepEqual([folder?.path, folder?.uri, others], ['', undefined, []]);
      const edit = await client.request('plumbline/answer', {
        service: folder?.id ?? '',
        itemId: 'review-saga',
        answer: yes,
      });
      assert.ok(edit);
      await client.apply(edit);
      assert.match(onDisk(client, answersFile), /^version: 2\nanswers:\n {2}review-saga:\n {4}answer: 'yes'/m);
      assert.equal(human((await services(client))[0], 'review-saga').answer?.verdict, 'yes');
    }));

  it('says what is wrong with the answers', () =>
    askServer({ [answersFile]: 'answers:\n  review-saga: yes\n  no-such: { checked: true }\n' }, async (client) => {
      const shown = await client.untilRules(answersFile, 'plumbline/answers', 'plumbline/answers');
      assert.equal(shown[0]?.range.start.line, 1);
      assert.equal(shown[1]?.range.start.line, 2);
    }));

  it('shows a row on a page of its own', () =>
    askServer({ 'api.yaml': shop }, async (client) => {
      await give(client, 'api.yaml', { itemId, answer: { ...yes, note: 'Keys *are* kept', who: 'Ada' } });
      const service = client.uri('api.yaml');
      const page = await client.request('plumbline/rowPage', { service, itemId });
      for (const part of [
        '# Retried writes\n',
        'what makes a second one harmless?',
        '**✓** Yes (Ada, ',
        '> Keys \\*are\\* kept',
        '[api.yaml:10](</api.yaml#L10>) POST /users takes no idempotency key',
      ]) {
        assert.ok(page?.includes(part), `${part} in ${page}`);
      }
      const decided = await client.request('plumbline/rowPage', { service, itemId: 'documentation-formats' });
      assert.match(decided ?? '', /\*\*✗\*\* Decided by rules: 1 finding\.\n\n- \[api\.yaml:3\]/);
      assert.equal(await client.request('plumbline/rowPage', { service, itemId: 'none' }), null);
      assert.equal(await client.request('plumbline/rowPage', { service: client.uri('none.yaml'), itemId }), null);
    }));

  it('makes a report of each service, in the same signs', () =>
    askServer({ 'api.yaml': shop, 'b.yaml': shop.replace('title: shop', 'title: B') }, async (client) => {
      await give(client, 'b.yaml', { itemId, answer: { verdict: 'no', who: 'Ada', note: 'Keys *are* to come' } });
      const report = await client.request('plumbline/report', {});
      const [, b] = await services(client);
      for (const part of [
        '# Review of 2 services\n\nMade on 20',
        '| [api.yaml](</api.yaml>) | OpenAPI description | 1 | 0 | 0 |',
        '| **2 files** |  | 1 | 0 | 0 |',
        '## shop 1.0.0\n\n[api.yaml](</api.yaml>). ',
        `## B 1.0.0\n\n[b.yaml](</b.yaml>). ${b?.counts.decided} of 51 rows decided: ${b?.counts.failing} ✗, ${b?.counts.open} ?.`,
        '[line 3](</api.yaml#L3>), error:',
        '- – **Webhook signatures**: Webhooks are signed (not applicable: there are no webhooks and callbacks)',
        '- ? **Retried writes**: Retried writes are harmless (not answered)\n  - Question: ',
        '- ✗ **Retried writes**: Retried writes are harmless (Ada, ',
        'harmless?\n  - Answer: No: there is work to do.\n  - Note: Keys \\*are\\* to come',
      ]) {
        assert.ok(report?.includes(part), `${part} in ${report}`);
      }
    }));
});

describe('the rows of the checklist', () => {
  it('have short titles and a sentence each', () => {
    for (const { items } of checklist) {
      for (const { id, title, sentence } of items) {
        assert.ok(title.length <= 28, `${id}: ${title}`);
        assert.notEqual(sentence, title, id);
      }
    }
    const titles = checklist.flatMap(({ items }) => items.map(({ title }) => title));
    assert.equal(new Set(titles).size, titles.length);
  });

  it('ask for a note where the question asks what or which', () => {
    for (const { items } of checklist) {
      for (const item of items) {
        if (item.kind === 'human' && /\b(?:what|which)\b/i.test(item.question)) assert.ok(item.asksNote, item.id);
      }
    }
  });
});

async function services(client: TestClient): Promise<readonly ServiceState[]> {
  return (await client.request('plumbline/checklist', {}))?.services ?? [];
}

async function give(client: TestClient, path: string, params: Omit<AnswerParams, 'service'>): Promise<void> {
  const edit = await client.request('plumbline/answer', { service: client.uri(path), ...params });
  assert.ok(edit !== null);
  await client.apply(edit);
}

function onDisk(client: TestClient, path: string): string {
  const file = join(client.folder, path);
  assert.ok(existsSync(file), path);
  return readFileSync(file, 'utf8');
}

function item(state: ServiceState | undefined, id: string): ChecklistItemState | undefined {
  return state?.sections?.flatMap(({ items }) => items).find((candidate) => candidate.id === id);
}

function human(state: ServiceState | undefined, id: string): HumanItemState {
  const found = item(state, id);
  assert.ok(found?.kind === 'human');
  return found;
}

function stateOf(state: ServiceState | undefined, id: string): string | undefined {
  const found = item(state, id);
  return found?.kind === 'automatic' ? found.state : undefined;
}
