import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Diagnostic } from 'vscode-languageserver';
import type { BaseTexts } from '#files/base/base-texts.ts';
import { rulebook } from '#rules/rulebook.ts';
import { readClientAbilities } from '#server/client-abilities.ts';
import { baseText } from '#server/features/base-text.ts';
import { Session } from '#server/session.ts';
import { memoryPlatform } from '../support/memory-platform.ts';

const folder = 'file:///work/';
const uri = `${folder}api.yaml`;
const before = `openapi: 3.1.0
info: { title: shop, version: 1.0.0 }
paths:
  /orders:
    get:
      operationId: listOrders
      responses: { '200': { description: The orders. } }
`;
const after = before.replace('listOrders', 'getOrders');

describe('a session with a base', () => {
  it('tells what changed, in words of its own, with a way to what it was', async () => {
    const { session, changesOf } = sessionOn(after, () => before);
    try {
      await session.complete();
      const [found, ...others] = changesOf();
      assert.deepEqual(others, []);
      assert.equal(found?.source, 'plumbline change');
      assert.equal(found?.code, 'change/operation-id-kept');
      assert.deepEqual(await baseText(session, { uri: 'file:///work/api.yaml' }), before);
    } finally {
      session.dispose();
    }
  });

  it('follows the text, the commit and the setting', async () => {
    let former = before;
    const { session, changesOf } = sessionOn(after, () => former);
    try {
      await session.complete();
      assert.equal(changesOf().length, 1);
      session.changeDocument(uri, 2, [{ text: before }]);
      await session.complete();
      assert.equal(changesOf().length, 0);
      session.changeDocument(uri, 3, [{ text: after }]);
      await session.complete();
      assert.equal(changesOf().length, 1);
      former = after;
      await session.refreshFiles([`${folder}.git/HEAD`]);
      await session.complete();
      assert.equal(changesOf().length, 0);
      former = before;
      await session.refreshFiles([`${folder}.git/refs/heads/main`]);
      await session.complete();
      assert.equal(changesOf().length, 1);
      session.changeSettings({ changeBase: 'off' });
      await session.complete();
      assert.equal(changesOf().length, 0);
    } finally {
      session.dispose();
    }
  });
});

interface Opened {
  readonly session: Session;
  /** The changes that are told of the document. */
  readonly changesOf: () => readonly Diagnostic[];
}

function sessionOn(text: string, former: () => string): Opened {
  const abilities = readClientAbilities({
    processId: null,
    rootUri: null,
    capabilities: { textDocument: { publishDiagnostics: { relatedInformation: true } } },
    initializationOptions: { baseScheme: 'plumbline-base' },
  });
  let published: readonly Diagnostic[] = [];
  const output = {
    publishDiagnostics: ({ diagnostics }: { readonly diagnostics: readonly Diagnostic[] }) => {
      published = diagnostics;
    },
    reviewed: () => undefined,
    lensesChanged: () => undefined,
    log: () => undefined,
    note: () => undefined,
    say: () => undefined,
  };
  const openBase = async (_folder: string, ref: string | undefined): Promise<BaseTexts> => ({
    id: former(),
    name: ref ?? 'main',
    formerUris: new Map(),
    read: async (uris) => new Map(uris.filter((each) => each === uri).map((each) => [each, former()])),
    list: async () => [],
  });
  const platform = { ...memoryPlatform(new Map([[uri, text]])), openBase };
  const session = new Session(abilities, output, { rulebook, platform });
  session.start({ typingRest: 0 }, [folder]);
  session.openDocument(uri, 'yaml', 1, text);
  return { session, changesOf: () => published.filter(({ code }) => String(code).startsWith('change/')) };
}
