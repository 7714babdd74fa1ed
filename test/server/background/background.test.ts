import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import type { BackgroundPlan } from '#server/background/background-thread.ts';
import { threadsOf } from '#server/background/node-threads.ts';
import { type AskOptions, askServer, type TestClient } from '../ask-server.ts';
import { described, title } from '../faulty-shop.ts';
import { testRulebook } from '../test-rulebook.ts';
import { backgroundInChannel } from './background-in-channel.ts';

const shop = 'openapi: 3.1.0\ninfo:\n  title: shop\n  version: 1.0.0\npaths: {}\n';
const withPart = `${shop}components:\n  schemas:\n    User:\n      $ref: './user.yaml#/User'\n`;
const part = 'User:\n  type: object\n  properties:\n    name: { type: string }\n';

describe('files that are not open', () => {
  it('are reviewed after those that are', () =>
    askInBackground({ 'a.yaml': shop.replace('1.0.0', '1'), 'b.yaml': shop }, async (client) => {
      await client.open('z.yaml', shop.replace('1.0.0', '2'));
      await client.untilRules('a.yaml', title);
      await client.untilRules('b.yaml', title);
      assert.deepEqual(
        client.published.map(({ uri }) => uri),
        ['z.yaml', 'a.yaml', 'b.yaml'].map((path) => client.uri(path)),
      );
      const one = { error: 1, warning: 0, info: 0 };
      const counts = ['a.yaml', 'b.yaml', 'z.yaml'].map((path) => [client.uri(path), one]);
      const reviewed = await client.request('plumbline/reviewWorkspace', {});
      assert.deepEqual(reviewed?.files, Object.fromEntries(counts));
    }));

  it('come to the main thread with the file they share', () =>
    askInBackground({ 'api.yaml': withPart, 'user.yaml': part, 'other.yaml': withPart }, async (client) => {
      await client.untilRules('user.yaml', described);
      await client.open('user.yaml', part);
      await client.until('user.yaml', (all) => all.length === 1);
      await client.replace('user.yaml', 'type: string', 'description: Full');
      await client.until('user.yaml', (all) => all.length === 0);
      await client.replace('user.yaml', 'User:', 'Person:');
      await client.request('plumbline/checklist', {});
      assert.deepEqual(
        client.shown('api.yaml')?.map(({ code }) => code),
        [title],
      );
      assert.equal(client.shown('user.yaml')?.length, 0);
    }));

  it('are looked through for references to those that are, before anything is known of them', () => {
    const silent = { post: () => undefined, end: () => undefined };
    return askServer(
      { 'api.yaml': withPart, 'user.yaml': part, 'other.yaml': shop },
      async (client) => {
        await client.open('user.yaml', part);
        await client.untilRules('user.yaml', described);
        await client.untilRules('api.yaml', title);
        assert.equal(client.shown('other.yaml'), undefined);
      },
      { background: { start: () => silent, worthThread: 1 } },
    );
  });

  it('have their findings explained and mended', () =>
    askInBackground({ 'api.yaml': shop }, async (client) => {
      await client.untilRules('api.yaml', title);
      const textDocument = { uri: client.uri('api.yaml') };
      assert.notEqual(
        await client.send('textDocument/hover', { textDocument, position: { line: 2, character: 10 } }),
        null,
      );
      const edit = await client.request('plumbline/fixAll', textDocument);
      assert.ok(edit !== null);
      await client.apply(edit);
      await client.until('api.yaml', (all) => all.length === 0);
    }));

  it('are reviewed without a thread where there is little of them', () => {
    const start = () => assert.fail('a thread was started');
    return askServer({ 'api.yaml': shop }, (client) => client.untilRules('api.yaml', title).then(() => undefined), {
      background: { start, worthThread: 2 * shop.length },
    });
  });

  it('are left alone until the editor has opened its documents', async () => {
    const log: string[] = [];
    await askServer(
      { 'api.yaml': shop },
      async (client) => {
        // Each answer waits for the reviews so far.
        for (let turn = 0; turn < 5; turn++)
          await client.request('plumbline/reading', { uri: client.uri('none.yaml') });
        await client.open('api.yaml', shop);
        await client.untilRules('api.yaml', title);
        await client.request('plumbline/checklist', {});
        assert.deepEqual(log, []);
      },
      { background: { ...noting(log), openingPatience: 300_000 } },
    );
  });
});

describe('a thread of the server', () => {
  it('that stops is made up for, wherever it stops', async () => {
    const stops = {
      'at once': 'throw new Error("stopped");',
      'when it is asked': 'require("node:worker_threads").parentPort.on("message", () => process.exit(3));',
      'before it has reviewed': `const { parentPort: port } = require("node:worker_threads");
        port.on("message", ({ kind }) => {
          if (kind !== "review") return;
          port.postMessage({ kind: "opened", groups: [], wanted: [], goesOn: true });
          port.postMessage({ kind: "file", file: { uri: "file:///none", role: "other", counts: {}, content: "[]" } });
          setTimeout(() => { throw new Error("stopped"); }, 20);
        });`,
    };
    for (const [name, program] of Object.entries(stops)) await checkStopping(programFile(name, program));
    await checkStopping('/no/such/program.cjs');
  });

  it('ends with the server, and when reviewing is switched off', async () => {
    const log: string[] = [];
    const background = noting(log);
    await askServer(
      { 'api.yaml': shop },
      async (client) => {
        await client.untilRules('api.yaml', title);
        await client.changeSettings({ enable: false });
        await client.untilRules('api.yaml');
        assert.deepEqual(log, ['start', 'end']);
        await client.changeSettings({});
        await client.untilRules('api.yaml', title);
      },
      { background },
    );
    assert.deepEqual(log, ['start', 'end', 'start', 'end']);
  });
});

async function checkStopping(program: string): Promise<void> {
  await askServer(
    { 'api.yaml': withPart, 'user.yaml': part },
    async (client) => {
      await client.open('open.yaml', shop);
      await client.untilRules('open.yaml', title);
      await client.untilRules('api.yaml', title);
      await client.untilRules('user.yaml', described);
      const state = await client.request('plumbline/checklist', {});
      assert.notEqual(state, null);
      const [error, ...others] = client.errors.splice(0);
      assert.match(error ?? '', /thread for files that are not open stopped/);
      assert.deepEqual(others, []);
    },
    { background: { start: threadsOf(program), worthThread: 1 } },
  );
}

function programFile(name: string, text: string): string {
  const path = join('dist', 'test-server', `stops ${name}.cjs`);
  mkdirSync(join('dist', 'test-server'), { recursive: true });
  writeFileSync(path, text);
  return join(process.cwd(), path);
}

function noting(log: string[]): BackgroundPlan {
  const start = backgroundInChannel(testRulebook);
  return {
    worthThread: 1,
    start: (abilities, listener) => {
      log.push('start');
      const thread = start(abilities, listener);
      const end = () => {
        log.push('end');
        thread.end();
      };
      return { ...thread, end };
    },
  };
}

function askInBackground(
  files: { readonly [path: string]: string },
  story: (client: TestClient) => Promise<void>,
  options: AskOptions = {},
): Promise<void> {
  const background = { start: backgroundInChannel(testRulebook), worthThread: 1 };
  return askServer(files, story, { ...options, background });
}
