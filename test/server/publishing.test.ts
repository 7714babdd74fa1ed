import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { review } from '#core/review.ts';
import type { Rule } from '#core/rule.ts';
import { canonicalUri } from '#files/uri.ts';
import { askServer } from './ask-server.ts';
import { described, pascal, shop, shopWithParts, summary, title, userPart, userSchema } from './faulty-shop.ts';
import { testRulebook } from './test-rulebook.ts';

describe('what the server publishes', () => {
  it('is the findings of an open document, with its version', () =>
    askServer({}, async (client) => {
      await client.open('api.yaml', shop);
      const [first, second] = await client.untilRules('api.yaml', title, summary, summary);
      assert.equal(first?.severity, 1);
      assert.equal(first?.source, 'plumbline');
      assert.deepEqual(first?.range, { start: { line: 2, character: 9 }, end: { line: 2, character: 13 } });
      assert.equal(first?.codeDescription, undefined);
      assert.equal(second?.relatedInformation?.[0]?.location.uri, client.uri('api.yaml'));
      assert.equal(client.published.at(-1)?.version, 1);
    }));

  it('links to pages where the client says where these are', () =>
    askServer(
      { 'api.yaml': shop },
      async (client) => {
        const [first] = await client.untilRules('api.yaml', title, summary, summary);
        assert.equal(first?.codeDescription?.href, `https://example.com/rules/${title}`);
      },
      { initializationOptions: { rulePageBase: 'https://example.com/rules/' } },
    ));

  it('is about JSON and Prisma documents, and files that are not open', () =>
    askServer({ 'db/schema.prisma': userSchema, 'package.json': '{}' }, async (client) => {
      await client.open('api.json', '{ "openapi": "3.0.3", "info": { "title": "shop", "version": "1" }, "paths": {} }');
      await client.untilRules('api.json', title);
      await client.untilRules('db/schema.prisma', pascal);
      assert.equal(client.shown('package.json'), undefined);
    }));

  it('follows edits', () =>
    askServer({}, async (client) => {
      await client.open('api.yaml', shop);
      await client.untilRules('api.yaml', title, summary, summary);
      await client.replace('api.yaml', 'title: shop', 'title: Shop');
      await client.untilRules('api.yaml', summary, summary);
      await client.replace('api.yaml', 'title: Shop', 'title: [');
      await client.until('api.yaml', (all) => all.some(({ code }) => String(code).startsWith('plumbline/')));
      await client.replace('api.yaml', 'title: [', 'title: shop');
      await client.untilRules('api.yaml', title, summary, summary);
    }));

  it('is never stale in a burst of edits', () =>
    askServer({ 'other.yaml': shop }, async (client) => {
      await client.open('api.yaml', shop);
      await client.untilRules('api.yaml', title, summary, summary);
      for (let edit = 0; edit < 50; edit++) {
        const isEven = edit % 2 === 0;
        await client.replace('api.yaml', isEven ? '  /users' : '  /people', isEven ? '\n  /people' : '  /users');
        // Answered while a review is under way.
        if (edit % 10 === 0) await client.request('plumbline/rulePage', { ruleId: title });
      }
      const last = await client.untilRules('api.yaml', title, summary, summary);
      const uri = client.uri('api.yaml');
      const versions = client.published.filter((params) => params.uri === uri).map(({ version }) => version ?? 0);
      assert.deepEqual(
        versions,
        [...versions].sort((a, b) => a - b),
      );
      assert.equal(versions.at(-1), 51);
      const text = client.document('api.yaml').getText();
      const settings = { folders: [], preset: 'recommended', unread: new Map<string, never>() };
      const fresh = review([{ uri, text }], testRulebook, settings).files.get(uri)?.findings ?? [];
      const placed = last.map(({ range, message }) => [client.document('api.yaml').offsetAt(range.start), message]);
      assert.deepEqual(
        placed,
        fresh.map(({ span, message }) => [span.start, message]),
      );
    }));

  it('stands in the file that owns the place, open or not', () =>
    askServer({ 'api.yaml': shopWithParts, 'parts/user model.yaml': userPart }, async (client) => {
      await client.untilRules('parts/user model.yaml', described);
      assert.equal(client.published.at(-1)?.version, undefined);
      await client.open('parts/user model.yaml', userPart);
      await client.replace('parts/user model.yaml', 'type: string', 'description: Full');
      await client.until('parts/user model.yaml', (all) => all.length === 0);
      await client.close('parts/user model.yaml');
      await client.untilRules('parts/user model.yaml', described);
    }));

  it('is about what a build wrote when it is opened, and never about what a generator wrote', () => {
    const generator = 'generator client {\n  output = "./client"\n}\n';
    const files = {
      'dist/api.yaml': shop,
      'db/schema.prisma': generator + userSchema,
      'db/client/schema.prisma': generator + userSchema,
    };
    return askServer(files, async (client) => {
      await client.untilRules('db/schema.prisma', pascal);
      assert.equal(client.shown('dist/api.yaml'), undefined);
      await client.open('dist/api.yaml', files['dist/api.yaml']);
      await client.untilRules('dist/api.yaml', title, summary, summary);
      await client.open('db/client/schema.prisma', files['db/client/schema.prisma']);
      await client.request('plumbline/checklist', {});
      assert.deepEqual(client.shown('db/client/schema.prisma') ?? [], []);
      await client.replace('db/client/schema.prisma', 'model', 'model  ');
      const report = await client.request('plumbline/report', {});
      assert.deepEqual(client.shown('db/client/schema.prisma') ?? [], []);
      assert.ok(report?.includes('db/schema.prisma') && !report.includes('db/client'), report ?? '');
      assert.ok(!Object.keys(client.reviewed.at(-1)?.files ?? {}).some((uri) => uri.includes('client')));
    });
  });

  it('is about a file without a folder alone', () =>
    askServer(
      { 'parts/user model.yaml': userPart, 'schema.prisma': userSchema },
      async (client) => {
        await client.open('api.yaml', shopWithParts.replace('Shop', 'shop'));
        await client.untilRules('api.yaml', title, 'plumbline/unread-reference');
        assert.equal(client.shown('parts/user model.yaml'), undefined);
        assert.equal(client.shown('schema.prisma'), undefined);
        await client.close('api.yaml');
        await client.until('api.yaml', (all) => all.length === 0);
      },
      { hasFolder: false },
    ));

  it('leaves syntax problems to extensions that show them', () =>
    askServer(
      {},
      async (client) => {
        await client.open('api.yaml', shop.replace('version: 1.0.0', 'version: 1.0.0\n  title: shop'));
        await client.untilRules('api.yaml', title, summary, summary);
      },
      { initializationOptions: { deferSyntax: ['yaml'] } },
    ));

  it('is the worst of very many findings, and how many there are', () => {
    const { rules, presets } = testRulebook;
    const copies = Array.from({ length: 100 }, (_, index) =>
      rules.filter(({ id }) => id === summary).map((rule): Rule => ({ ...rule, id: `${summary}-${index}` })),
    );
    const rulebook = { rules: [...rules.filter(({ id }) => id === title), ...copies.flat()], presets };
    return askServer(
      {},
      async (client) => {
        const paths = Array.from({ length: 15 }, (_, index) => `  /users${index}:\n    get:\n      responses: {}\n`);
        const text = `openapi: 3.1.0\npaths:\n${paths.join('')}info: { title: shop, version: '1' }\n`;
        await client.open('api.yaml', text);
        const shown = await client.until('api.yaml', (all) => all.length === 1001);
        assert.equal(shown[0]?.message, '101 more findings of this file are not shown.');
        assert.equal(shown.at(-1)?.code, title);
      },
      { rulebook },
    );
  });

  it('names files as the client does', () =>
    askServer({}, async (client) => {
      const uri = client.uri('a(b).yaml').replace('%28', '(').replace('%29', ')');
      const textDocument = { uri, languageId: 'yaml', version: 7, text: shop };
      assert.notEqual(canonicalUri(uri), client.uri('a(b).yaml'));
      await client.notify('textDocument/didOpen', { textDocument });
      await client.request('plumbline/reviewWorkspace', {});
      assert.equal(client.published.at(-1)?.uri, uri);
      assert.equal(client.published.at(-1)?.version, 7);
    }));
});
