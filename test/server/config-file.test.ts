import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import type {
  ClientCapabilities,
  CodeAction,
  CompletionItem,
  CompletionList,
  MarkupContent,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { rulebook } from '#rules/rulebook.ts';
import { askServer, type TestClient } from './ask-server.ts';

const shop = `openapi: 3.1.0
info: { title: Shop, version: 1.0.0 }
paths:
  /createOrder:
    post:
      responses:
        '201': { description: The order. }
`;
const verb = 'openapi/path-no-crud-verb';
const title = `Turn off ${verb} in plumbline.yaml`;

/** Completion at the end of the first occurrence of a text. */
async function complete(client: TestClient, path: string, text: string): Promise<readonly CompletionItem[] | null> {
  const position = client.rangeOf(path, text).end;
  const params = { textDocument: { uri: client.uri(path) }, position };
  const list = await client.send<CompletionList | null>('textDocument/completion', params);
  return list?.items ?? null;
}

async function hover(client: TestClient, path: string, text: string): Promise<string> {
  const position = client.rangeOf(path, text).start;
  const params = { textDocument: { uri: client.uri(path) }, position };
  const found = await client.send<{ readonly contents: MarkupContent } | null>('textDocument/hover', params);
  return found?.contents.value ?? '';
}

const asks = (
  files: { readonly [path: string]: string },
  story: (client: TestClient) => Promise<void>,
  capabilities?: ClientCapabilities,
) => askServer(files, story, { rulebook, ...(capabilities === undefined ? {} : { capabilities }) });

/** Waits until the shop is reviewed, and gives the actions at its verb. */
async function actions(client: TestClient, text = shop): Promise<readonly CodeAction[]> {
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

describe('plumbline.yaml in an editor', () => {
  it('is completed while it is typed, with what a rule is about and where its page is', () =>
    asks({ 'api/openapi.yaml': shop }, async (client) => {
      await client.until('api/openapi.yaml', (all) => all.length > 0);
      await client.open('plumbline.yaml', 'rules:\n  ');
      const items = await complete(client, 'plumbline.yaml', 'rules:\n  ');
      const item = items?.find(({ label }) => label === verb);
      assert.equal(item?.detail, 'warning');
      assert.match(JSON.stringify(item?.documentation), /Keep|verb|method/);
      assert.match(JSON.stringify(item?.documentation), /\]\(http/);
      assert.deepEqual(item?.textEdit, {
        range: { start: { line: 1, character: 2 }, end: { line: 1, character: 2 } },
        newText: `${verb}: `,
      });
      await client.edit('plumbline.yaml', [
        { range: client.rangeOf('plumbline.yaml', 'rules:\n  '), newText: 'exclude: [ap' },
      ]);
      const paths = await complete(client, 'plumbline.yaml', 'ap');
      assert.deepEqual(
        paths?.map(({ label }) => label),
        ['api/**', 'api/openapi.yaml'],
      );
    }));

  it('is completed while reviewing is switched off, and no other file ever is', () =>
    askServer(
      { 'api/openapi.yaml': shop },
      async (client) => {
        await client.open('plumbline.yaml', 'preset: ');
        assert.equal((await complete(client, 'plumbline.yaml', 'preset: '))?.length, 2);
        await client.open('api/openapi.yaml', 'openapi: 3.1.0\n');
        await client.open('plumbline.review.yaml', 'version: 2\n');
        assert.equal(await complete(client, 'api/openapi.yaml', 'openapi: '), null);
        assert.equal(await complete(client, 'plumbline.review.yaml', 'version: '), null);
        assert.equal(
          await complete(client, 'plumbline.yaml', 'preset: ').then((items) => items?.[0]?.label),
          'recommended',
        );
      },
      { rulebook, settings: { enable: false } },
    ));

  it('is asked about by clients that can tell files apart for this file alone', async () => {
    const completion = {
      dynamicRegistration: true,
      completionItem: { insertTextModeSupport: { valueSet: [1 as const] } },
    };
    await asks(
      {},
      async (client) => {
        await client.open('plumbline.yaml', 'ru');
        const items = await complete(client, 'plumbline.yaml', 'ru');
        const rules = items?.find(({ label }) => label === 'rules');
        assert.deepEqual([rules?.insertTextMode, rules?.textEdit?.newText], [1, 'rules:\n  ']);
        const found = client.registrations.find(({ method }) => method === 'textDocument/completion');
        assert.deepEqual(found?.registerOptions.documentSelector, [{ pattern: '**/plumbline.yaml' }]);
      },
      { textDocument: { completion } },
    );
  });

  it('tells what its words mean', () =>
    asks({ 'plumbline.yaml': '' }, async (client) => {
      const text = `preset: strict\nrules:\n  ${verb}: { verbs: { add: [enqueue] } }\n  prisma/*: off\n  openapi/none: off\n`;
      await client.open('plumbline.yaml', text);
      await client.untilRules('plumbline.yaml', 'plumbline/config');
      assert.match(await hover(client, 'plumbline.yaml', verb), /^\*\*openapi\/path-no-crud-verb\*\* · warning\n\n/);
      assert.match(await hover(client, 'plumbline.yaml', 'verbs'), /words, usually get, list/);
      assert.match(await hover(client, 'plumbline.yaml', 'strict'), /Every rule/);
      assert.match(await hover(client, 'plumbline.yaml', 'prisma/*'), /All rules/);
      assert.match(await hover(client, 'plumbline.yaml', 'off'), /not run/);
      assert.equal(await hover(client, 'plumbline.yaml', 'enqueue'), '');
      assert.equal(await hover(client, 'plumbline.yaml', 'openapi/none'), '');
    }));

  it('has its mistakes mended', () =>
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
