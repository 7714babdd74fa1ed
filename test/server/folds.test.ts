import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { pointerOf } from '#core/openapi/view.ts';
import { localRule } from '#core/rule.ts';
import { askServer } from './ask-server.ts';
import { foldedFiles, foldedShop, foldRulebook, summaryGiven } from './folded-shop.ts';
import { hoverText } from './hover-text.ts';

const { id } = summaryGiven;

/** Speaks at the same places. */
const idGiven = localRule({
  ...summaryGiven,
  id: 'openapi/id-given',
  on: ['openapi.operation'],
  *check({ operationId, anchor, path, location, section }) {
    if (operationId !== undefined) return;
    const pointer = [...pointerOf(location), 'operationId'];
    const changes = [{ kind: 'set', uri: section.uri, pointer, value: 'x' }] as const;
    yield { span: anchor, message: `GET ${path} has no id.`, fixes: [{ title: 'Name it', safety: 'review', changes }] };
  },
});

const commands = ['plumbline.openRulePage', 'plumbline.ignoreWithReason', 'plumbline.showPlaces'] as const;

describe('findings that are told as one', () => {
  it('are published once, at the place of their cause', () =>
    askServer(
      foldedFiles,
      async (client) => {
        await client.open('api.yaml', foldedShop);
        const [fold, ...others] = await client.untilRules('api.yaml', id);
        assert.deepEqual(others, []);
        assert.equal(fold?.message, '3 operations have no summary.');
        assert.equal(fold?.range.start.line, 1);
        assert.deepEqual(
          fold?.relatedInformation?.map(({ location, message }) => `${location.uri} ${message}`),
          ['api.yaml /a', 'api.yaml /b', 'parts/c.yaml /c'].map((place) => {
            const [path = '', name] = place.split(' ');
            return `${client.uri(path)} GET ${name} has no summary.`;
          }),
        );
        assert.deepEqual(client.shown('parts/c.yaml') ?? [], []);
      },
      { rulebook: foldRulebook },
    ));

  it('are explained where each of them stands, in other files too', () =>
    askServer(
      foldedFiles,
      async (client) => {
        await client.open('api.yaml', foldedShop);
        await client.untilRules('api.yaml', id);
        for (const [path, line, message] of [
          ['api.yaml', 6, 'GET /b has no summary'],
          ['parts/c.yaml', 0, 'GET /c has no summary'],
        ] as const) {
          const text = await hoverText(client, path, { line, character: line === 0 ? 1 : 5 });
          assert.ok(text.includes(message) && text.includes('Lists of operations show it'), text);
          assert.ok(text.includes('Told with others: 3 operations have no summary'), text);
        }
        assert.ok((await hoverText(client, 'api.yaml', { line: 1, character: 1 })).includes('**3 operations'));
      },
      { rulebook: foldRulebook },
    ));

  it('have their own fix where they stand, then that of all, then what is no fix', () =>
    askServer(
      foldedFiles,
      async (client) => {
        await client.open('api.yaml', foldedShop);
        await client.untilRules('api.yaml', id);
        const actions = await client.actionsAt('api.yaml', 'get: { operationId: b }');
        assert.deepEqual(
          actions.map(({ title }) => title),
          [
            'Give GET /b a summary',
            'Give 3 operations a summary',
            `Fix all 2 ${id} problems in this file`,
            `Show all 3 places of ${id}`,
            `Ignore ${id} here with a reason…`,
            `Open the page of ${id}`,
            `Turn off ${id} in plumbline.yaml`,
          ],
        );
        const show = actions.find(({ command }) => command?.command === 'plumbline.showPlaces');
        const places = await client.request('plumbline/places', show?.command?.arguments?.[0]);
        assert.equal(places?.length, 3);
        const ignore = actions.find(({ command }) => command?.command === 'plumbline.ignoreWithReason');
        const edit = await client.request('plumbline/ignore', { ...ignore?.command?.arguments?.[0], reason: 'known' });
        assert.ok(edit);
        await client.apply(edit);
        await client.until('api.yaml', ([fold]) => fold?.message === '2 operations have no summary.');
      },
      { rulebook: foldRulebook, initializationOptions: { commands } },
    ));

  it('are fixed one by one, or all at once', () =>
    askServer(
      foldedFiles,
      async (client) => {
        await client.open('api.yaml', foldedShop);
        await client.untilRules('api.yaml', id);
        await client.take(await client.actionsAt('api.yaml', 'get: { operationId: b }'), 'Give GET /b a summary');
        await client.until('api.yaml', ([fold]) => fold?.message === '2 operations have no summary.');
        await client.take(await client.actionsAt('api.yaml', 'info'), 'Give 2 operations a summary');
        await client.untilRules('api.yaml');
        assert.equal(client.document('api.yaml').getText().split('summary: Said').length, 3);
      },
      { rulebook: foldRulebook },
    ));

  it('are fixed by fix all, as far as they stand in the file', () =>
    askServer(
      foldedFiles,
      async (client) => {
        await client.open('api.yaml', foldedShop);
        await client.untilRules('api.yaml', id);
        const edit = await client.request('plumbline/fixAll', { uri: client.uri('api.yaml') });
        assert.ok(edit);
        await client.apply(edit);
        await client.until('parts/c.yaml', ([single]) => single?.message === 'GET /c has no summary.');
        assert.deepEqual(client.shown('api.yaml'), []);
      },
      { rulebook: foldRulebook },
    ));

  it('are counted once, and listed once', () =>
    askServer(
      foldedFiles,
      async (client) => {
        await client.open('api.yaml', foldedShop);
        await client.untilRules('api.yaml', id);
        const reviewed = await client.request('plumbline/reviewWorkspace', {});
        assert.deepEqual(reviewed?.files[client.uri('api.yaml')], { error: 0, warning: 1, info: 0 });
        const state = await client.request('plumbline/checklist', {});
        const rows = state?.services.flatMap(({ sections = [] }) => sections.flatMap(({ items }) => items)) ?? [];
        const found = rows.flatMap((row) => (row.kind === 'automatic' ? row.findings : []));
        assert.deepEqual(
          found.map(({ message }) => message),
          ['3 operations have no summary.'],
        );
      },
      { rulebook: foldRulebook },
    ));
});

describe('the actions of findings of several rules at one place', () => {
  it('tell which rule a fix is of', () =>
    askServer(
      {},
      async (client) => {
        await client.open('api.yaml', "openapi: 3.1.0\ninfo: { title: T, version: '1' }\npaths:\n  /a:\n    get: {}\n");
        await client.untilRules('api.yaml', 'openapi/id-given', id);
        const actions = await client.actionsAt('api.yaml', 'get');
        assert.deepEqual(
          actions
            .map(({ title }) => title)
            .slice(0, 2)
            .sort(),
          ['Give GET /a a summary (summary-given)', 'Name it (id-given)'],
        );
      },
      { rulebook: { ...foldRulebook, rules: [summaryGiven, idGiven] } },
    ));
});
