import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import type { ClientCapabilities, CodeAction } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { rulebook } from '#rules/rulebook.ts';
import { asks, verb, verbShop } from './ask-about-config.ts';
import { askServer, type TestClient } from './ask-server.ts';

const title = `Turn off ${verb} in plumbline.yaml`;

/** Waits until the shop is reviewed, and gives the actions at its verb. */
async function actions(client: TestClient, text = verbShop): Promise<readonly CodeAction[]> {
  await client.open('api/openapi.yaml', text);
  await client.until('api/openapi.yaml', (all) => all.some(({ code }) => code === verb));
  // Before the folders have been walked nobody knows whether there is a configuration.
  await client.request('plumbline/reviewWorkspace', {});
  return client.actionsAt('api/openapi.yaml', 'createOrder');
}

/** Takes the action and gives the text of the configuration after it. */
async function turnOff(client: TestClient, config: string, path = 'plumbline.yaml'): Promise<string> {
  const listed = (await actions(client)).find((action) => action.title === title);
  assert.ok(listed !== undefined);
  const { edit } = await client.send<CodeAction>('codeAction/resolve', listed);
  const [change] = edit?.documentChanges?.slice(-1) ?? [];
  assert.ok(change !== undefined && 'edits' in change && change.textDocument.uri === client.uri(path));
  const edits = change.edits.flatMap((each) => ('newText' in each ? [each] : []));
  return TextDocument.applyEdits(TextDocument.create('', 'yaml', 0, config), edits);
}

describe('turning a rule off from where it finds something', () => {
  it('is the last action, and creates the file in the workspace folder where there is none', () =>
    asks({}, async (client) => {
      const listed = await actions(client);
      assert.equal(listed.at(-1)?.title, title);
      assert.equal(listed.filter((action) => action.title.startsWith('Turn off')).length, 1);
      await client.take(listed, title);
      await client.until('api/openapi.yaml', (all) => all.every(({ code }) => code !== verb));
      assert.equal(readFileSync(join(client.folder, 'plumbline.yaml'), 'utf8'), `rules:\n  ${verb}: off\n`);
    }));

  const cases: readonly (readonly [string, string, string])[] = [
    [
      'behind the preset',
      'preset: strict\nexclude: [old]\n',
      `preset: strict\nrules:\n  ${verb}: off\nexclude: [old]\n`,
    ],
    [
      'in order',
      'rules:\n  openapi/aaa: off\n  prisma/*: info\n',
      `rules:\n  openapi/aaa: off\n  ${verb}: off\n  prisma/*: info\n`,
    ],
    [
      'behind those of its folder',
      'rules:\n    prisma/*: info\n    openapi/list-paginated: off # why\n    cross/*: off\n',
      `rules:\n    prisma/*: info\n    openapi/list-paginated: off # why\n    ${verb}: off\n    cross/*: off\n`,
    ],
    ['in brackets', 'rules: { openapi/aaa: off }\n', `rules: { openapi/aaa: off, ${verb}: off }\n`],
    ['in quotes', "rules:\n  openapi/aaa: 'off'\n", `rules:\n  openapi/aaa: 'off'\n  ${verb}: 'off'\n`],
    ['in place of another severity', `rules:\n  ${verb}: error\n`, `rules:\n  ${verb}: off\n`],
    [
      'beside its options',
      `rules:\n  ${verb}:\n    verbs: [create]\n`,
      `rules:\n  ${verb}:\n    verbs: [create]\n    severity: off\n`,
    ],
    ['where nothing stands yet', '# Ours\n', `# Ours\nrules:\n  ${verb}: off\n`],
    ['below an empty key', 'rules:\nexclude: [old]\n', `rules:\n  ${verb}: off\nexclude: [old]\n`],
    ['against its group', 'rules:\n  openapi/*: error\n', `rules:\n  openapi/*: error\n  ${verb}: off\n`],
  ];

  for (const [where, before, after] of cases) {
    it(`writes it ${where}`, () =>
      asks({ 'plumbline.yaml': before }, async (client) => {
        assert.equal(await turnOff(client, before), after);
      }));
  }

  it('writes into the nearest file, as it is on disk at that moment', () =>
    asks({ 'plumbline.yaml': '', 'api/plumbline.yaml': 'preset: strict\n' }, async (client) => {
      await actions(client);
      client.writeFile('api/plumbline.yaml', 'preset: strict # new\n');
      assert.equal(
        await turnOff(client, 'preset: strict # new\n', 'api/plumbline.yaml'),
        `preset: strict # new\nrules:\n  ${verb}: off\n`,
      );
    }));

  it('is not offered where the file is broken, or the client cannot write it', async () => {
    const none = async (client: TestClient) => {
      const titles = (await actions(client)).map((action) => action.title);
      assert.ok(!titles.includes(title), titles.join());
    };
    await asks({ 'plumbline.yaml': 'exclude: [a\n' }, none);
    const edits = (workspaceEdit: ClientCapabilities['workspace']) => ({
      workspace: { ...workspaceEdit, workspaceFolders: true },
    });
    await asks({}, none, edits({ workspaceEdit: { documentChanges: true } }));
    await asks({ 'plumbline.yaml': '' }, none, edits({}));
    await askServer({}, none, { rulebook, hasFolder: false });
  });

  it('creates nothing where a file cannot be read', () =>
    asks({ 'plumbline.yaml': 'x'.repeat(20) }, async (client) => {
      assert.ok(existsSync(join(client.folder, 'plumbline.yaml')));
      const titles = (await actions(client)).map((action) => action.title);
      assert.ok(!titles.includes(title), titles.join());
    }));
});
