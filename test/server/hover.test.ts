import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Diagnostic, Position } from 'vscode-languageserver';
import { exampleFiles } from '#rules/example-files.ts';
import { rulebook } from '#rules/rulebook.ts';
import { hover } from '#server/features/hover.ts';
import { type AskOptions, askServer, type TestClient } from './ask-server.ts';
import { shop } from './faulty-shop.ts';
import { hoverText } from './hover-text.ts';
import { plainInput, reviewedShop, shopFolder } from './reviewed-shop.ts';
import { placeOf, shopFiles } from './shop-files.ts';
import { testRulebook } from './test-rulebook.ts';

const mostLines = 12;

describe('a hover', () => {
  it('explains the finding under the pointer', () =>
    askServer({}, async (client) => {
      await client.open('api.yaml', shop);
      const text = await hoverText(client, 'api.yaml', { line: 2, character: 10 });
      for (const part of [
        'begins with a small letter',
        'Titles stand',
        '```yaml',
        'title: Shop',
        'https://example.com/source',
      ]) {
        assert.ok(text.includes(part), `${part} in ${text}`);
      }
      assert.equal(await hoverText(client, 'api.yaml', { line: 0, character: 12 }), '');
    }));

  it('is read at a glance, whatever the rule', () =>
    askServer(
      {},
      async (client) => {
        const seen = new Set<string>();
        let count = 0;
        for (const { id, examples } of rulebook.rules) {
          for (const { bad } of examples.slice(0, 1)) {
            const folder = `example-${++count}`;
            const files = exampleFiles(bad, id).map(
              ({ name, text }) => [`${folder}/${name}`, text.replace(/[«»]/g, '')] as const,
            );
            for (const [name, text] of files) await client.open(name, text);
            for (const [name] of files) {
              const shown = await client.until(name, () => true);
              for (const { code, range, message } of shown) {
                const text = await hoverText(client, name, range.start);
                if (typeof code !== 'string' || code.startsWith('plumbline/')) continue;
                assert.ok(text.split('\n').length <= mostLines, `${code}: ${text}`);
                // What a field means, and what a `$ref` leads to, stands below.
                const [found = ''] = text.split('\n\n---\n\n');
                assert.equal(found.split('**').length <= 3 && countOf(text, plain(message)) <= 1, true, text);
                seen.add(code);
              }
            }
            for (const [name] of files) await client.close(name);
          }
        }
        assert.ok(seen.size > 40, `${seen.size}`);
      },
      { rulebook },
    ));

  it('shows what the fix would write there', () =>
    inStrict(async (client) => {
      const text = await hoverText(
        client,
        'api.yaml',
        rangeOf(await client.until('api.yaml', isFound('page-size-bounded'))),
      );
      assert.match(text, /Set the maximum of `limit` to 100:\n```yaml\n.*maximum: 100.*\n```/);
      assert.match(text, /^\*\*/);
    }));

  it('shows what is left where the fix only takes away, and no line of others', async () => {
    const shown = async (parameters: string): Promise<string> => {
      let text = '';
      await askServer(
        {},
        async (client) => {
          await client.open('a.yaml', api.replace(/ {6}parameters:.*?integer \}\n/s, parameters));
          const found = await client.until('a.yaml', isFound('path-parameters-match'));
          const own = found.filter(({ code }) => `${code}`.endsWith('path-parameters-match'));
          text = await hoverText(client, 'a.yaml', rangeOf(own));
        },
        { rulebook },
      );
      return text;
    };
    const id = '{ name: id, in: path, required: true, schema: { type: string } }';
    const flow = await shown(`      parameters: [{ name: status, in: query }, ${id}]\n`);
    assert.match(flow, /Remove the parameter “id”:\n```yaml\nparameters: \[\{ name: status, in: query \}\]\n```/);
    const block = await shown(`      parameters:\n        - name: status\n          in: query\n        - ${id}\n`);
    assert.ok(block.includes('declares the path parameter “id”') && !block.includes('```'), block);
  });

  it('lets no text of the file end the fence, steer a terminal or hide', () =>
    inStrict(async (client) => {
      await client.replace('api.yaml', 'type: integer', "type: integer, description: 'A ``` b\u202e c'");
      const text = await hoverText(
        client,
        'api.yaml',
        rangeOf(await client.until('api.yaml', isFound('page-size-bounded'))),
      );
      assert.match(text, /\n````yaml\n.*maximum: 100, description: 'A ``` b· c'.*\n````\n/);
    }));

  it('leaves the message to a client that shows it, and has one line each for several', async () => {
    await inStrict(
      async (client) => {
        const [place] = await client.until('api.yaml', isFound('page-size-bounded'));
        const text = await hoverText(client, 'api.yaml', rangeOf([place]));
        assert.doesNotMatch(text, /\*\*/);
      },
      { initializationOptions: { showsProblemsInHovers: true } },
    );
  });

  it('tells what is found even where following the text fails, and logs why', async () => {
    const reviewed = reviewedShop({ 'api.yaml': "openapi: 3.1.0\ninfo: {title: the shop, version: '1'}\npaths: {}\n" });
    const logged: string[] = [];
    const input = {
      ...plainInput,
      rulebook: testRulebook,
      isHeld: () => false,
      log: (message: string) => void logged.push(message),
      abilities: {
        deferredSyntax: new Set<string>(),
        deferredNavigation: new Set<string>(),
        rulePageBase: undefined,
        showsProblemsInHovers: false,
      },
    };
    const asked = { textDocument: { uri: `${shopFolder}/api.yaml` }, position: { line: 1, character: 15 } };
    const whole = await hover({ ...input, shown: async () => reviewed }, asked);
    const workspace = {
      ...reviewed.workspace,
      get schemas(): never {
        throw new Error('a mistake of ours');
      },
    };
    const shown = async () => ({ ...reviewed, workspace });
    assert.deepEqual(await hover({ ...input, shown }, asked), whole);
    assert.match(JSON.stringify(whole), /begins with a small letter/);
    assert.deepEqual(logged.length, 1);
    assert.match(logged[0] ?? '', /a mistake of ours/);
  });
});

describe('a hover over a word of the specification', () => {
  it('says what it is for, and where that is written', () =>
    askServer({}, async (client) => {
      await client.open('api.yaml', api);
      const { position } = placeOf(client, 'api.yaml', 'responses:');
      assert.match(
        await hoverText(client, 'api.yaml', position),
        /^\*\*responses\*\* · responses.*: .+\n\n\[Operation Object\]\(https:\/\/spec\.openapis\.org\/oas\/v3[\d.]+html#operation-object\)/,
      );
    }));

  it('is a line below what is found there', () =>
    askServer(
      {},
      async (client) => {
        await client.open(
          'api.yaml',
          api.replace('      responses:', '      requestBody: { content: {} }\n      responses:'),
        );
        const isThere = ({ code }: { readonly code?: unknown }) => code === 'openapi/get-no-request-body';
        await client.until('api.yaml', (all) => all.some(isThere));
        const text = await hoverText(client, 'api.yaml', placeOf(client, 'api.yaml', 'requestBody').position);
        assert.ok(text.split('\n').length <= mostLines, text);
        assert.match(text, /openapi\/get-no-request-body/);
        assert.match(text, /\n\n`requestBody` · request body · \[Operation Object\]\(\S+\) · since 3\.0$/);
      },
      { rulebook },
    ));

  it('is left out where hovers are left to others', () =>
    askServer(
      {},
      async (client) => {
        await client.open('api.yaml', api);
        const { position } = placeOf(client, 'api.yaml', 'responses:');
        assert.equal(await hoverText(client, 'api.yaml', position), '');
      },
      { initializationOptions: { deferNavigation: ['hover yaml'] } },
    ));
});

describe('a hover over a name', () => {
  it('shows what it leads to', () =>
    askServer(shopFiles, async (client) => {
      await client.open('paths/order.yaml', shopFiles['paths/order.yaml']);
      await client.open('schema.prisma', shopFiles['schema.prisma']);
      await client.request('plumbline/reviewWorkspace', {});
      const text = (path: string, name: string) => hoverText(client, path, placeOf(client, path, name).position);
      assert.equal(
        await text('paths/order.yaml', '../api.yaml#'),
        '**Order** · object\n\n```yaml\nid*: string (uuid)\nitems: Item[]\nnote: string | null\n```',
      );
      assert.match(
        await text('schema.prisma', 'Item[]'),
        /^\*\*Item\*\* · model\n\n```prisma\nid Int @id\norderId Int\n/,
      );
      assert.equal(await text('paths/order.yaml', 'The order'), '');
    }));

  it('says what several places say alike, and nothing where they differ', () =>
    askServer({}, async (client) => {
      const paths = (types: readonly string[]) => `openapi: 3.1.0
info: { title: Shop, version: '1' }
paths:
  /orders/{id}:
${types.map((type, at) => `    ${['get', 'put'][at]}: { parameters: [{ name: id, in: path, schema: { type: ${type} } }] }`).join('\n')}
`;
      await client.open('api.yaml', paths(['string', 'string']));
      const place = () => placeOf(client, 'api.yaml', 'id}').position;
      assert.match(
        await hoverText(client, 'api.yaml', place()),
        /^\*\*id\*\* · parameter in path\n\n```yaml\nid: string\n/,
      );
      await client.replace('api.yaml', 'type: string', 'type: integer');
      assert.equal(await hoverText(client, 'api.yaml', place()), '');
    }));

  it('has room for what is found there, too', async () => {
    const many = Array.from({ length: 30 }, (_, index) => `        p${index}: { type: string }`).join('\n');
    const schemas = `components:\n  schemas:\n    Big:\n      type: object\n      properties:\n${many}\n`;
    const uses = api.replace('{ type: integer }', "{ $ref: '#/components/schemas/Big' }");
    await askServer(
      {},
      async (client) => {
        await client.open('api.yaml', uses + schemas);
        const { position } = placeOf(client, 'api.yaml', '#/components/schemas/Big');
        const text = await hoverText(client, 'api.yaml', position);
        assert.equal(text.split('\n').length, mostLines, text);
        assert.match(text, /p6: string\n# … 23 more\n```$/);
      },
      { rulebook },
    );
  });

  it('is left to another extension where that offers it', () =>
    askServer(
      shopFiles,
      async (client) => {
        await client.open('schema.prisma', shopFiles['schema.prisma']);
        assert.equal(await hoverText(client, 'schema.prisma', placeOf(client, 'schema.prisma', 'Item[]').position), '');
      },
      { initializationOptions: { deferNavigation: ['hover prisma'] } },
    ));
});

const api = `openapi: 3.1.0
info: { title: Shop, version: '1' }
paths:
  /orders:
    get:
      parameters:
        - name: limit
          in: query
          schema: { type: integer }
      responses: { '200': { description: ok } }
`;

function inStrict(story: (client: TestClient) => Promise<void>, options: AskOptions = {}): Promise<void> {
  return askServer(
    {},
    async (client) => {
      await client.open('api.yaml', api);
      await story(client);
    },
    { rulebook, ...options },
  );
}

const isFound = (name: string) => (all: readonly Diagnostic[]) => all.some(({ code }) => `${code}`.endsWith(name));

function rangeOf(found: readonly (Diagnostic | undefined)[]): Position {
  const own = found.find((each) => `${each?.code}`.endsWith('page-size-bounded')) ?? found[0];
  assert.ok(own !== undefined);
  return own.range.start;
}

function plain(message: Diagnostic['message']): string {
  return `${message}`.replace(/[\\`*_{}[\]<>#|]/g, '\\$&');
}

function countOf(text: string, part: string): number {
  return text.split(part).length - 1;
}
