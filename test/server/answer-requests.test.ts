import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { askServer } from './ask-server.ts';

describe('a request', () => {
  it('is answered with nothing where it is about what is not known', () =>
    askServer({}, async (client) => {
      const textDocument = { uri: client.uri('absent.yaml') };
      const position = { line: 9, character: 9 };
      assert.equal(await client.send('textDocument/hover', { textDocument, position }), null);
      assert.equal(await client.request('plumbline/rulePage', { ruleId: 'no/such' }), null);
      assert.equal(await client.request('plumbline/fixAll', textDocument), null);
      assert.equal(
        await client.request('plumbline/insertPattern', { ...textDocument, patternId: 'x', position }),
        null,
      );
      await client.notify('textDocument/didChange', {
        textDocument: { ...textDocument, version: 3 },
        contentChanges: [{ text: 'openapi' }],
      });
      assert.equal(await client.request('plumbline/checklist', { folder: 'file:///elsewhere' }), null);
    }));
});
