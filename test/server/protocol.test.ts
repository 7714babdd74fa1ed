import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { askServer } from './ask-server.ts';

const invalidRequest = -32_600;
const invalidParams = -32_602;
const codeIs = (code: number) => (error: unknown) => error instanceof Error && 'code' in error && error.code === code;

/** Capabilities without what the specification asks for in them. */
const untidy = `{
  "workspace": {"symbol": {"tagSupport": {}}, "workspaceEdit": {"resourceOperations": 1}},
  "textDocument": {
    "documentSymbol": {"tagSupport": {}},
    "codeAction": {"resolveSupport": {}},
    "completion": {"completionItem": {"insertTextModeSupport": {}}}
  }
}`;

describe('the protocol', () => {
  it('begins once, and ends', () =>
    askServer({}, async (client) => {
      const params = { processId: null, rootUri: null, capabilities: {} };
      await assert.rejects(client.send('initialize', params), codeIs(invalidRequest));
      await client.send('shutdown', undefined);
      for (const method of ['textDocument/hover', 'plumbline/reviewWorkspace']) {
        const about = { textDocument: { uri: client.uri('a.yaml') }, position: { line: 0, character: 0 } };
        await assert.rejects(client.send(method, about), codeIs(invalidRequest));
      }
    }));

  it('takes what a client says it can do as it comes', () =>
    askServer(
      { 'schema.prisma': 'model A {\n  id Int @id\n}\n' },
      async (client) => {
        await client.open('schema.prisma', 'model A {\n  id Int @id\n}\n');
        const textDocument = { uri: client.uri('schema.prisma') };
        const symbols = await client.send<readonly unknown[]>('textDocument/documentSymbol', { textDocument });
        assert.equal(symbols.length, 2);
      },
      { capabilities: JSON.parse(untidy) },
    ));

  it('says which parameter of our own requests is wrong', () =>
    askServer({}, async (client) => {
      const wrong: readonly (readonly [string, unknown, RegExp])[] = [
        ['plumbline/rulePage', {}, /“ruleId” must be a string/],
        ['plumbline/rulePage', { ruleId: { toString: 1 } }, /“ruleId” must be a string/],
        ['plumbline/checklist', { services: [1] }, /“services” must be a list of strings/],
        ['plumbline/answer', { service: 'a', itemId: 'b' }, /“answer” must be an object/],
        ['plumbline/insertPattern', { uri: 'a', patternId: 'b', position: { line: -1 } }, /“position.line” must be/],
        ['plumbline/ignore', { uri: 'a', ruleId: 'b', reason: 'c', range: [] }, /“range” must be an object/],
      ];
      for (const [method, params, message] of wrong) {
        await assert.rejects(client.send(method, params), (error) => {
          assert.match(String(error), message);
          return codeIs(invalidParams)(error);
        });
      }
    }));

  it('shows nothing that hides itself, or breaks a line', () => {
    const name = 'a\\u202eb\\u001b[31m\\nc\\u200f';
    const text = `{"openapi": "3.1.0", "info": {"title": "T", "version": "1"}, "paths": {"/${name}/x": {"get": {"responses": {"200": {"description": "x", "description": "y"}}}}}, "${name}": 1, "${name}": 2}`;
    return askServer({}, async (client) => {
      await client.open('a.json', text);
      const [shown] = await client.until('a.json', (all) => all.some(({ message }) => `${message}`.includes('·')));
      assert.ok(shown !== undefined);
      const all = JSON.stringify(client.published);
      assert.ok(!/\\n|\\u001b|\u202e|\u200f/.test(all), all);
    });
  });
});
