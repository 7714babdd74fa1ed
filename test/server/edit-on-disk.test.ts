import assert from 'node:assert/strict';
import { symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import type { CodeAction } from 'vscode-languageserver';
import type { ChecklistState } from '#server/protocol.ts';
import { askServer, type TestClient } from './ask-server.ts';

const api = 'openapi: 3.1.0\ninfo: {title: Pets, version: "1"}\npaths: {}\n';
const answersFile = 'plumbline.review.yaml';

describe('edits of files that are not open', () => {
  it('are made for the text on disk at that moment', () =>
    askServer({ 'api.yaml': api, [answersFile]: 'version: 2\n' }, async (client) => {
      const row = await humanRow(client);
      // Nobody tells the server.
      const theirs = `# ours\n# all of them\nversion: 2\n`;
      client.writeFile(answersFile, theirs);
      const edit = await client.request('plumbline/answer', { ...row, answer: { verdict: 'no' } });
      const [change] = edit?.documentChanges ?? [];
      assert.ok(change !== undefined && 'edits' in change);
      assert.ok(change.edits.every((each) => 'range' in each && each.range.start.line >= 2));
    }));

  it('create no second file where there is one by now', () =>
    askServer({ 'api.yaml': api }, async (client) => {
      const row = await humanRow(client);
      client.writeFile(answersFile, 'version: 2\n');
      const edit = await client.request('plumbline/answer', { ...row, answer: { verdict: 'no' } });
      assert.ok(edit?.documentChanges?.every((change) => !('kind' in change)));
    }));

  it('are refused where they would lose characters', () =>
    askServer({ 'api.yaml': api }, async (client) => {
      const row = await humanRow(client);
      const path = join(client.folder, answersFile);
      writeFileSync(path, Buffer.from('version: 2 # na\u00efve\n', 'latin1'));
      assert.equal(await client.request('plumbline/answer', { ...row, answer: { verdict: 'no' } }), null);
      assert.deepEqual(client.messages, [
        'plumbline.review.yaml is not UTF-8: an edit would lose characters. Convert it to UTF-8, or open it in its encoding, first.',
      ]);
    }));

  const latin = `${api.replace('paths: {}', 'paths: { /pets: { $ref: pets.yaml } }')}# naïve\n`;
  const pets = 'get: { tags: [pet] }\n';
  const refused =
    'api.yaml is not UTF-8: an edit would lose characters. Convert it to UTF-8, or open it in its encoding, first.';

  it('are left out of the list of actions where they would lose characters', async () => {
    const story = async (client: TestClient) => {
      writeFileSync(join(client.folder, 'api.yaml'), Buffer.from(latin, 'latin1'));
      await client.open('pets.yaml', pets);
      await client.until('pets.yaml', (all) => all.length === 2);
      const titles = (await client.actionsAt('pets.yaml', 'get: { tags: [pet]')).map(({ title }) => title);
      assert.ok(titles.length > 0 && !titles.some((each) => each.startsWith('Declare it')), titles.join());
      assert.deepEqual(client.messages, []);
    };
    const capabilities = { workspace: { workspaceEdit: { documentChanges: true } } };
    await askServer({ 'api.yaml': latin }, story, { capabilities });
  });

  it('are refused when they are chosen, where the list of actions is made without them', () =>
    askServer({ 'api.yaml': latin }, async (client) => {
      writeFileSync(join(client.folder, 'api.yaml'), Buffer.from(latin, 'latin1'));
      await client.open('pets.yaml', pets);
      await client.until('pets.yaml', (all) => all.length === 2);
      const actions = await client.actionsAt('pets.yaml', 'get: { tags: [pet]');
      const action = actions.find(({ title }) => title.startsWith('Declare it'));
      const resolved = await client.send<CodeAction>('codeAction/resolve', action);
      assert.equal(resolved.edit, undefined);
      assert.deepEqual(client.messages, [refused]);
    }));

  it('see answers and configuration behind a link', () =>
    askServer({ 'api.yaml': api, 'shared/answers.yaml': 'version: 2\n' }, async (client) => {
      symlinkSync('shared/answers.yaml', join(client.folder, answersFile));
      await client.request('plumbline/reviewWorkspace', {});
      const row = await humanRow(client);
      const edit = await client.request('plumbline/answer', { ...row, answer: { verdict: 'no' } });
      assert.ok(edit?.documentChanges?.every((change) => !('kind' in change)));
    }));
});

async function humanRow(client: TestClient): Promise<{ service: string; itemId: string }> {
  const state: ChecklistState | null = await client.request('plumbline/checklist', {});
  const service = state?.services[0];
  const asked = await client.request('plumbline/checklist', { services: [service?.id ?? ''] });
  const items = asked?.services[0]?.sections?.flatMap((section) => section.items) ?? [];
  const item = items.find(({ kind }) => kind === 'human');
  assert.ok(service !== undefined && item !== undefined);
  return { service: service.id, itemId: item.id };
}
