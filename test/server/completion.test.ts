import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { CompletionItem, CompletionList } from 'vscode-languageserver';
import { stop } from '#core/ask/complete/snippet.ts';
import { review } from '#core/review.ts';
import { rulebook } from '#rules/rulebook.ts';
import { completion } from '#server/features/completion.ts';
import { OpenDocuments } from '#server/texts/open-documents.ts';
import { asks, verb, verbShop } from './ask-about-config.ts';
import { askServer, type TestClient } from './ask-server.ts';
import { testRulebook } from './test-rulebook.ts';

/** Completion at the end of the first occurrence of a text. */
async function complete(client: TestClient, path: string, text: string): Promise<readonly CompletionItem[] | null> {
  const position = client.rangeOf(path, text).end;
  const params = { textDocument: { uri: client.uri(path) }, position };
  const list = await client.send<CompletionList | null>('textDocument/completion', params);
  return list?.items ?? null;
}

describe('completion', () => {
  it('is of a plumbline.yaml as it is typed, with what a rule is about and where its page is', () =>
    asks({ 'api/openapi.yaml': verbShop }, async (client) => {
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

  it('is there while reviewing is switched off, and then in no other file', () =>
    askServer(
      { 'api/openapi.yaml': verbShop },
      async (client) => {
        await client.open('plumbline.yaml', 'preset: ');
        assert.equal((await complete(client, 'plumbline.yaml', 'preset: '))?.length, rulebook.presets.length);
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

  it('is asked for in reviewed languages by clients that can tell files apart', async () => {
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
        assert.deepEqual(found?.registerOptions.documentSelector, [
          { pattern: '**/plumbline.yaml' },
          ...['yaml', 'json', 'jsonc', 'prisma'].map((language) => ({ language })),
        ]);
      },
      { textDocument: { completion } },
    );
  });

  it('is of a Prisma schema as it is typed, whatever was reviewed before', () =>
    asks({ 'schema.prisma': shop }, async (client) => {
      await client.open('schema.prisma', shop);
      await client.replace('schema.prisma', 'model Order {\n', 'model Order {\n  customer Cu\n');
      const items = await complete(client, 'schema.prisma', 'customer Cu');
      const item = items?.find(({ label }) => label === 'Customer');
      assert.deepEqual([item?.kind, item?.sortText, item?.insertTextFormat], [7, '0000', undefined]);
      assert.deepEqual(item?.textEdit, {
        range: { start: { line: 5, character: 11 }, end: { line: 5, character: 13 } },
        newText: 'Customer',
      });
    }));

  it('is of a description as it is typed, with a comma where one is missing', () =>
    asks({ 'api.json': verbJson }, async (client) => {
      await client.open('api.json', verbJson);
      await client.replace('api.json', '"description": "The order."', '"description": "The order."\n            "co');
      const items = await complete(client, 'api.json', '\n            "co');
      const item = items?.find(({ label }) => label === 'content');
      assert.deepEqual(
        items?.map(({ label }) => label),
        ['headers', 'content', 'links'],
      );
      assert.equal(item?.filterText, '"content"');
      assert.deepEqual(item?.additionalTextEdits, [
        { range: { start: { line: 8, character: 39 }, end: { line: 8, character: 39 } }, newText: ',' },
      ]);
      assert.match(JSON.stringify(item?.documentation), /media types/);
    }));

  it('counts in the text it was asked of, whatever is typed while a review is waited for', async () => {
    const names = Array.from({ length: 3_000 }, (_, index) => `    S${index}: { type: object }\n`);
    const text = `openapi: 3.1.0\npaths: {}\ncomponents:\n  schemas:\n${names.join('')}    Last:\n      type: string\n      `;
    const uri = 'file:///w/api.yaml';
    const labels = async (typed: string) => {
      const documents = new OpenDocuments();
      documents.open(uri, 'yaml', 1, text);
      const settings = { folders: ['file:///w'], preset: 'recommended', unread: new Map() };
      const reviewed = review(documents.sources, testRulebook, settings);
      documents.reviewed(reviewed.workspace.sources);
      const start = { line: 1, character: 0 };
      const latest = async () => {
        documents.change(uri, 2, [{ range: { start, end: start }, text: typed }]);
        return reviewed;
      };
      const commands = new Set<never>();
      const abilities = { insertsSnippets: true, keepsLineBreaks: true, commands, rulePageBase: undefined };
      const input = { rulebook, documents, files: { sources: reviewed.workspace.sources }, latest };
      const list = await completion(
        { ...input, abilities: { ...abilities, deferredCompletion: new Set<string>() } },
        { textDocument: { uri }, position: { line: text.split('\n').length - 1, character: 6 } },
      );
      return list?.items.map(({ label }) => label);
    };
    const expected = await labels('');
    assert.ok(text.length > 50_000 && expected?.includes('maxLength'));
    assert.deepEqual(await labels('x-typed: 1\n'.repeat(4_000)), expected);
  });

  it('does not propose again what stands behind a byte order mark', () =>
    asks({ 'openapi.yaml': verbShop }, async (client) => {
      await client.open('openapi.yaml', `\ufeff${verbShop}`);
      const items = await complete(client, 'openapi.yaml', 'open');
      const item = items?.find(({ label }) => label === 'openapi');
      assert.deepEqual(item?.textEdit, {
        range: { start: { line: 0, character: 1 }, end: { line: 0, character: 8 } },
        newText: 'openapi',
      });
      await client.replace('openapi.yaml', 'paths:', 'se\npaths:');
      const labels = (await complete(client, 'openapi.yaml', '\nse'))?.map(({ label }) => label);
      assert.ok(labels?.includes('servers') && !labels.includes('openapi'), labels?.join(' '));
    }));

  it('leaves fields to others, and keeps names', () =>
    asks(
      { 'openapi.yaml': verbShop },
      async (client) => {
        await client.open('openapi.yaml', `${verbShop}components:\n  schemas:\n    A: {}\n    B: { $ref:  }\n`);
        const references = await complete(client, 'openapi.yaml', '$ref: ');
        assert.deepEqual(
          references?.map(({ label }) => label),
          ['#/components/schemas/A', '#/components/schemas/B'],
        );
        await client.replace('openapi.yaml', 'B: { $ref:  }', 'B: { ty }');
        assert.deepEqual(await complete(client, 'openapi.yaml', 'B: { ty'), []);
      },
      undefined,
      { deferCompletion: ['usualFields yaml'] },
    ));

  it('has stops for the cursor where the client knows them', async () => {
    const of = async (snippetSupport: boolean) => {
      const completion = { completionItem: { snippetSupport, insertTextModeSupport: { valueSet: [1 as const] } } };
      let found: CompletionItem | undefined;
      await asks(
        {},
        async (client) => {
          await client.open('schema.prisma', 'en');
          found = (await complete(client, 'schema.prisma', 'en'))?.find(({ label }) => label === 'enum');
        },
        { textDocument: { completion } },
        { commands: ['editor.action.triggerSuggest'] },
      );
      return [found?.insertTextFormat, found?.textEdit?.newText];
    };
    assert.deepEqual(await of(false), [undefined, 'enum Name {\n  VALUE\n}']);
    assert.deepEqual(await of(true), [2, `enum ${stop(1, 'Name')} {\n  ${stop(0, 'VALUE')}\n}`]);
  });

  it('is left to others where they offer it', () =>
    asks(
      { 'schema.prisma': shop },
      async (client) => {
        await client.open('schema.prisma', shop);
        assert.equal(await complete(client, 'schema.prisma', 'model Order {\n'), null);
      },
      undefined,
      { deferCompletion: ['fields prisma', 'names prisma'] },
    ));
});

const shop = `model Customer {
  id Int @id
}

model Order {
  id Int @id
}
`;

const verbJson = `{
  "openapi": "3.1.0",
  "info": { "title": "Shop", "version": "1.0.0" },
  "paths": {
    "/orders": {
      "get": {
        "responses": {
          "200": {
            "description": "The order."
          }
        }
      }
    }
  }
}
`;
