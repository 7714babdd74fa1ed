import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Diagnostic, Hover } from 'vscode-languageserver';
import { type AskOptions, askServer, type TestClient } from '../ask-server.ts';
import { pascal, summary, title } from '../faulty-shop.ts';
import { TurnedClock } from './turned-clock.ts';
import { Typist } from './typist.ts';

const tag = 'openapi/tag-declared';

const shop = `openapi: 3.1.0
info:
  title: Shop
  version: 1.0.0
paths:
  /users:
    get:
      summary: Lists users
      responses: {}
  /orders:
    get:
      summary: Lists orders
      responses: {}
`;

interface Desk {
  readonly client: TestClient;
  readonly clock: TurnedClock;
  readonly typist: Typist;
  /** Types a text behind the first place of another one. */
  typeAfter(place: string, text: string): Promise<void>;
  /** Takes away the last character before the first place of a text. */
  deleteBefore(place: string): Promise<void>;
  rules(path?: string): readonly unknown[];
}

/** Somebody at a desk with the shop open. */
function atDesk(
  story: (desk: Desk) => Promise<void>,
  files: { readonly [path: string]: string } = { 'api.yaml': shop },
  options: AskOptions = {},
): Promise<void> {
  const clock = new TurnedClock();
  return askServer(
    files,
    async (client) => {
      await client.open('api.yaml', files['api.yaml'] ?? shop);
      await client.request('plumbline/reviewWorkspace', {});
      const typist = new Typist(client, 'api.yaml', false);
      const offsetOf = (place: string) => client.document('api.yaml').getText().indexOf(place);
      await story({
        client,
        clock,
        typist,
        typeAfter: async (place, text) => {
          let at = offsetOf(place) + place.length;
          for (const newText of text) await typist.press({ span: { start: at, end: at++ }, newText });
        },
        deleteBefore: (place) => {
          const at = offsetOf(place);
          return typist.press({ span: { start: at - 1, end: at }, newText: '' });
        },
        rules: (path = 'api.yaml') => (client.shown(path) ?? []).map(({ code }) => code),
      });
    },
    { clock, settings: { typingRest: 1500 }, ...options },
  );
}

/** Makes the title begin with a small letter. */
async function breakTitle({ client, typist }: Desk): Promise<void> {
  const at = client.document('api.yaml').getText().indexOf('Shop');
  await typist.press({ span: { start: at, end: at + 1 }, newText: 's' });
}

describe('findings of what is typed', () => {
  it('wait until the typing rests', () =>
    atDesk(async (desk) => {
      await breakTitle(desk);
      assert.deepEqual(desk.rules(), []);
      desk.clock.turn();
      await desk.client.untilRules('api.yaml', title);
    }));

  it('wait anew with each key', () =>
    atDesk(async (desk) => {
      await breakTitle(desk);
      await desk.typeAfter('shop', 's of');
      assert.deepEqual(desk.rules(), []);
      assert.deepEqual(desk.clock.waits, [1500]);
    }));

  it('are taken back at once', () =>
    atDesk(async (desk) => {
      await breakTitle(desk);
      desk.clock.turn();
      await desk.client.untilRules('api.yaml', title);
      const at = desk.client.document('api.yaml').getText().indexOf('shop');
      await desk.typist.press({ span: { start: at, end: at + 1 }, newText: 'S' });
      assert.deepEqual(desk.rules(), []);
    }));

  it('are shown when the cursor is elsewhere, and wait while it is still there', () =>
    atDesk(async (desk) => {
      await breakTitle(desk);
      const text = desk.client.document('api.yaml').getText();
      await desk.typist.moveTo(text.indexOf('version'));
      await desk.client.request('plumbline/checklist', {});
      assert.deepEqual(desk.rules(), []);
      await desk.typist.moveTo(text.indexOf('Lists orders'));
      await desk.client.untilRules('api.yaml', title);
      assert.deepEqual(desk.clock.waits, []);
    }));

  it('wait when the cursor was elsewhere before the last key', () =>
    atDesk(async (desk) => {
      await breakTitle(desk);
      const { uri } = desk.client.document('api.yaml');
      await desk.client.notify('plumbline/cursor', { uri, version: 1, positions: [{ line: 12, character: 0 }] });
      await desk.client.request('plumbline/checklist', {});
      assert.deepEqual(desk.rules(), []);
    }));

  it('wait while one of several cursors is there', () =>
    atDesk(async (desk) => {
      await breakTitle(desk);
      const { uri, version } = desk.client.document('api.yaml');
      const positions = [
        { line: 12, character: 0 },
        { line: 2, character: 10 },
      ];
      await desk.client.notify('plumbline/cursor', { uri, version, positions });
      await desk.client.request('plumbline/checklist', {});
      assert.deepEqual(desk.rules(), []);
    }));

  it('wait where the place of the cursor is nonsense, which is said', () =>
    atDesk(async (desk) => {
      await breakTitle(desk);
      const { client } = desk;
      await client.notify('plumbline/cursor', { uri: client.uri('api.yaml'), version: 2, positions: [{ line: -1 }] });
      await client.request('plumbline/checklist', {});
      assert.deepEqual(desk.rules(), []);
      assert.match(client.errors.splice(0).join(), /“positions.0.line” must be a whole number/);
    }));

  it('are shown when the cursor is in another document', () =>
    atDesk(
      async (desk) => {
        await desk.client.open('other.yaml', 'a: 1\n');
        await breakTitle(desk);
        await desk.typist.moveTo(0, 'other.yaml');
        await desk.client.untilRules('api.yaml', title);
      },
      { 'api.yaml': shop, 'other.yaml': 'a: 1\n' },
    ));

  it('are shown when the file is saved, or changes on disk', () =>
    atDesk(async (desk) => {
      await breakTitle(desk);
      await desk.client.notify('textDocument/didSave', { textDocument: { uri: desk.client.uri('api.yaml') } });
      await desk.client.untilRules('api.yaml', title);
      await desk.deleteBefore(' Lists users');
      await desk.typeAfter('summary', ' ');
      await desk.client.filesChanged('api.yaml');
      await desk.client.until('api.yaml', (all) => all.length > 1);
    }));

  it('are shown and told when somebody asks for a review or a report', () =>
    atDesk(async (desk) => {
      await breakTitle(desk);
      const reviewed = await desk.client.request('plumbline/reviewWorkspace', {});
      assert.equal(reviewed?.files[desk.client.uri('api.yaml')]?.error, 1);
      assert.deepEqual(desk.rules(), [title]);
      await desk.typeAfter('Lists users', '\n      tags: [a]');
      assert.deepEqual(desk.rules(), [title]);
      assert.match((await desk.client.request('plumbline/report', {})) ?? '', /Tag “a” is not declared/);
      assert.deepEqual(desk.rules(), [title, tag]);
    }));

  it('are not shown twice, nor anything told when nothing waits', () =>
    atDesk(async (desk) => {
      await desk.typeAfter('Lists users', ' of the shop');
      await desk.client.request('plumbline/checklist', {});
      const { length } = desk.client.published;
      const { length: told } = desk.client.reviewed;
      desk.clock.turn();
      await desk.client.request('plumbline/checklist', {});
      assert.equal(desk.client.published.length, length);
      assert.equal(desk.client.reviewed.length, told);
    }));

  it('are shown at once where the setting says so', () =>
    atDesk(
      async (desk) => {
        await breakTitle(desk);
        assert.deepEqual(desk.rules(), [title]);
      },
      undefined,
      { settings: { typingRest: 0 } },
    ));

  it('are shown when the settings change', () =>
    atDesk(async (desk) => {
      await breakTitle(desk);
      await desk.client.changeSettings({ typingRest: 1500, preset: 'recommended' });
      await desk.client.untilRules('api.yaml', title);
    }));

  it('wait also for clients that send whole texts', () =>
    atDesk(async ({ client, clock, rules }) => {
      const uri = client.uri('api.yaml');
      const contentChanges = [{ text: shop.replace('Shop', 'shop') }];
      await client.notify('textDocument/didChange', { textDocument: { uri, version: 2 }, contentChanges });
      await client.request('plumbline/checklist', {});
      assert.deepEqual(rules(), []);
      clock.turn();
      await client.request('plumbline/checklist', {});
      assert.deepEqual(rules(), [title]);
    }));
});

describe('findings that nobody has typed', () => {
  it('are shown when a document is opened', () =>
    atDesk(
      async (desk) => {
        await breakTitle(desk);
        await desk.client.open('more.yaml', shop.replace('Shop', 'shops'));
        await desk.client.untilRules('more.yaml', title);
        assert.deepEqual(desk.rules(), []);
      },
      { 'api.yaml': shop },
    ));

  it('are shown while somebody types elsewhere', () =>
    atDesk(
      async (desk) => {
        await breakTitle(desk);
        desk.client.writeFile('db/schema.prisma', 'model user {\n  id Int @id\n}\n');
        await desk.client.filesChanged('db/schema.prisma');
        await desk.client.untilRules('db/schema.prisma', pascal);
        assert.deepEqual(desk.rules(), []);
      },
      { 'api.yaml': shop, 'db/schema.prisma': 'model User {\n  id Int @id\n}\n' },
    ));

  it('are shown when another version of the file replaces the text', () =>
    atDesk(async ({ client }) => {
      const [start, end] = [
        client.document('api.yaml').positionAt(0),
        client.document('api.yaml').positionAt(shop.length),
      ];
      await client.edit('api.yaml', [{ range: { start, end }, newText: shop.replace('Shop', 'shop') }]);
      await client.untilRules('api.yaml', title);
    }));

  it('are shown when one of our own fixes is made, with what has waited', () =>
    atDesk(
      async (desk) => {
        await breakTitle(desk);
        await desk.client.take(await desk.client.actionsAt('api.yaml', 'post'), 'Add a summary');
        await desk.client.untilRules('api.yaml', title);
      },
      { 'api.yaml': shop.replace('    get:\n      summary: Lists orders', '    post:') },
    ));
});

describe('what is shown of findings that wait', () => {
  it('is nothing: no hover, no action, no count, no line of the checklist', () =>
    atDesk(async (desk) => {
      await breakTitle(desk);
      const { client } = desk;
      const position = client.document('api.yaml').positionAt(client.document('api.yaml').getText().indexOf('shop'));
      const hover = () =>
        client.send<Hover | null>('textDocument/hover', { textDocument: { uri: client.uri('api.yaml') }, position });
      const counted = () => client.reviewed.at(-1)?.files[client.uri('api.yaml')]?.error;
      const listed = async () =>
        JSON.stringify(await client.request('plumbline/checklist', {})).includes('begins with a small');
      assert.deepEqual([await hover(), await client.actionsAt('api.yaml', 'shop')], [null, []]);
      assert.deepEqual([counted(), await listed()], [0, false]);
      desk.clock.turn();
      await client.untilRules('api.yaml', title);
      assert.notEqual(await hover(), null);
      assert.ok((await client.actionsAt('api.yaml', 'shop')).length > 0);
      assert.deepEqual([counted(), await listed()], [1, true]);
    }));
});

describe('findings beside what is typed', () => {
  const half = shop.replace('Shop', 'shop').replace('      summary: Lists orders\n', '');

  it('stay while the text cannot be read', () =>
    atDesk(
      async (desk) => {
        const shown = desk.rules();
        assert.deepEqual(shown, [title, summary]);
        for (const text of ['\n      description', '\n      tags: [', '\n      operationId: "list']) {
          await desk.typeAfter('Lists users', text);
          assert.deepEqual(desk.rules(), shown, text);
        }
        desk.clock.turn();
        await desk.client.until('api.yaml', (all) => all.some(({ code }) => String(code).startsWith('plumbline/')));
      },
      { 'api.yaml': half },
    ));

  it('stay in JSON, where a quote breaks all that follows', () => {
    const text = `{
  "openapi": "3.1.0",
  "info": { "title": "shop", "version": "1" },
  "paths": {
    "/users": { "get": { "responses": {} } },
    "/orders": { "get": { "responses": {} } }
  }
}
`;
    const clock = new TurnedClock();
    return askServer(
      {},
      async (client) => {
        await client.open('api.json', text);
        const before = await client.untilRules('api.json', title, summary, summary);
        const typist = new Typist(client, 'api.json', false);
        let at = text.indexOf('"/users": { "get": {') + '"/users": { "get": {'.length;
        for (const newText of ' "operationId": "listUsers",') {
          await typist.press({ span: { start: at, end: at++ }, newText });
          assert.deepEqual(placesOf(client.shown('api.json') ?? []), placesOf(before));
        }
      },
      { clock, settings: { typingRest: 1500 } },
    );
  });

  it('move with the text', () =>
    atDesk(
      async (desk) => {
        await desk.typeAfter('version: 1.0.0', '\n  description: The');
        const [, last] = desk.client.shown('api.yaml') ?? [];
        assert.equal(last?.range.start.line, 11);
      },
      { 'api.yaml': half },
    ));
});

/** Rule and line. */
function placesOf(diagnostics: readonly Diagnostic[]): readonly string[] {
  return diagnostics.map(({ code, range }) => `${range.start.line} ${code}`);
}
