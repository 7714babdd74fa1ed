import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { answersFile, give, human, itemId, onDisk, services, shop, yes } from './ask-checklist.ts';
import { askServer } from './ask-server.ts';

describe('an answer', () => {
  it('is kept in a file made for it', () =>
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

  it('is stale when the evidence it was given for has changed', () =>
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

  it('is kept apart from those of other services, in the nearest file', () => {
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

  it('takes over what version 1 said for every service, and loses nothing of it', () => {
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

  it('changes that of version 1 where it stands when it is for one service', () => {
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

  it('can be given for a folder that has no description yet', () =>
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
});
