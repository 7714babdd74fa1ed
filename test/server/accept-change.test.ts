import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { WorkspaceEdit } from 'vscode-languageserver';
import type { BaseTexts } from '#files/base/base-texts.ts';
import { rulebook } from '#rules/rulebook.ts';
import { readClientAbilities } from '#server/client-abilities.ts';
import { acceptChange } from '#server/features/accept-change.ts';
import { codeActions, resolveCodeAction } from '#server/features/code-action.ts';
import { Session } from '#server/session.ts';
import { memoryPlatform } from '../support/memory-platform.ts';

const folder = 'file:///work/';
const uri = `${folder}api/openapi.yaml`;
const list = `${folder}plumbline.changes.yaml`;
const before = `openapi: 3.1.0
info: { title: shop, version: 1.0.0 }
paths:
  /orders:
    get:
      operationId: listOrders
      responses: { '200': { description: The orders. } }
`;
const after = before.replace('listOrders', 'getOrders');
const rule = 'change/operation-id-kept';

describe('a change that is accepted', () => {
  it('is written with what was asked for, into a new file or behind the others', async () => {
    for (const written of [undefined, 'version: 1\nchanges: []\n']) {
      const session = await sessionOn(written);
      try {
        const finding = (await session.current(uri))?.files.get(uri)?.findings.find(({ ruleId }) => ruleId === rule);
        assert.ok(finding);
        const target = { uri, ruleId: rule, start: finding.span.start, message: finding.message };
        const given = { why: 'Nobody generates a client', who: 'Ada', until: '2030-01-31' };
        const text = textOf(await acceptChange(session, { ...target, ...given }));
        for (const part of ['rule: change/operation-id-kept', 'file: api/openapi.yaml', 'who: Ada', given.why])
          assert.ok(text.includes(part), text);
        assert.equal(await acceptChange(session, { ...target, message: 'Gone.', ...given }), null);
      } finally {
        session.dispose();
      }
    }
  });

  it('is offered where it is told, and written with a placeholder where the client cannot ask', async () => {
    const session = await sessionOn(undefined);
    try {
      const range = { start: { line: 5, character: 22 }, end: { line: 5, character: 22 } };
      const params = { textDocument: { uri }, range, context: { diagnostics: [] } };
      const listed = (await codeActions(session, params)) ?? [];
      const action = listed.find(({ title }) => title.startsWith('Accept until a day: '));
      assert.ok(action !== undefined);
      const { edit } = await resolveCodeAction(session, action);
      assert.ok(
        textOf(edit ?? null).includes('why: "TODO: say why"') || textOf(edit ?? null).includes("why: 'TODO: say why'"),
      );
    } finally {
      session.dispose();
    }
  });

  it('is written with what the client asks for where it can ask', async () => {
    const session = await sessionOn(undefined, ['plumbline.acceptChange']);
    try {
      const range = { start: { line: 5, character: 22 }, end: { line: 5, character: 22 } };
      const listed = await codeActions(session, { textDocument: { uri }, range, context: { diagnostics: [] } });
      const commands = listed?.flatMap(({ command }) => command ?? []) ?? [];
      const accept = commands.find(({ command }) => command === 'plumbline.acceptChange');
      assert.equal(accept?.arguments?.[0].uri, uri);
      assert.equal(accept?.arguments?.[0].ruleId, rule);
    } finally {
      session.dispose();
    }
  });

  it('is not told any more', async () => {
    const session = await sessionOn(undefined);
    try {
      const changes = async () => {
        const review = await session.complete();
        return review?.files.get(uri)?.findings.filter(({ ruleId }) => ruleId === rule) ?? [];
      };
      const [finding] = await changes();
      assert.ok(finding);
      const target = { uri, ruleId: rule, start: finding.span.start, message: finding.message };
      const text = textOf(await acceptChange(session, { ...target, why: 'Known', until: '2999-12-31' }));
      session.openDocument(list, 'yaml', 1, text);
      assert.deepEqual(await changes(), []);
    } finally {
      session.dispose();
    }
  });
});

async function sessionOn(accepted: string | undefined, commands: readonly string[] = []): Promise<Session> {
  const abilities = readClientAbilities({
    processId: null,
    rootUri: null,
    initializationOptions: { commands },
    capabilities: {
      workspace: { workspaceEdit: { documentChanges: true, resourceOperations: ['create'] } },
      textDocument: { codeAction: { resolveSupport: { properties: ['edit'] }, dataSupport: true } },
    },
  });
  const nothing = (): void => undefined;
  const output = {
    publishDiagnostics: nothing,
    lensesChanged: nothing,
    reviewed: nothing,
    log: nothing,
    note: nothing,
    say: nothing,
  };
  const openBase = async (): Promise<BaseTexts> => ({
    id: 'base',
    name: 'main',
    formerUris: new Map(),
    read: async (uris) => new Map(uris.filter((each) => each === uri).map((each) => [each, before])),
    list: async () => [],
  });
  const files = new Map([[uri, after], ...(accepted === undefined ? [] : [[list, accepted] as const])]);
  const session = new Session(abilities, output, { rulebook, platform: { ...memoryPlatform(files), openBase } });
  session.start({ typingRest: 0 }, [folder]);
  session.openDocument(uri, 'yaml', 1, after);
  await session.complete();
  return session;
}

function textOf(edit: WorkspaceEdit | null): string {
  const changes = edit?.documentChanges?.flatMap((change) => ('edits' in change ? change.edits : [])) ?? [];
  return changes.map((each) => ('newText' in each ? each.newText : '')).join('');
}
