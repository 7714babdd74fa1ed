import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { PatternInsertion } from '#server/protocol.ts';
import { askServer } from './ask-server.ts';

const users = `openapi: 3.1.0
info:
  title: Users
  version: 1.0.0
paths:
  /users:
    post:
      summary: Create one user
      responses: {}
`;
const start = { line: 6, character: 6 };

describe('insert pattern', () => {
  it('offers what fits the document', () =>
    askServer({}, async (client) => {
      await client.open('api.yaml', users);
      await client.open('schema.prisma', 'model A {\n  id Int @id\n}\n');
      await client.open('other.yaml', 'a: 1\n');
      const prefixesFor = async (path: string) => {
        const patterns = await client.request('plumbline/patterns', { uri: client.uri(path) });
        return [...new Set(patterns?.map(({ id }) => id.split('-')[0]))];
      };
      assert.deepEqual(await prefixesFor('api.yaml'), ['oas']);
      assert.deepEqual(await prefixesFor('schema.prisma'), ['prisma']);
      assert.deepEqual(await prefixesFor('other.yaml'), []);
    }));

  it('puts a pattern in its place, and says where the cursor goes', () =>
    askServer({}, async (client) => {
      await client.open('api.yaml', users);
      const uri = client.uri('api.yaml');
      const params = { uri, patternId: 'oas-list-cursor', position: start };
      const inserted = insertionOf(await client.request('plumbline/insertPattern', params));
      await client.apply(inserted.edit);
      const document = client.document('api.yaml');
      assert.match(document.getText(), /operationId: listUsers/);
      assert.ok(inserted.cursor !== undefined);
      assert.ok(document.getText().slice(document.offsetAt(inserted.cursor)).startsWith('get:'));
    }));

  it('says why a pattern does not fit, and nothing of files that are not reviewed', () =>
    askServer({}, async (client) => {
      await client.open('api.yaml', users);
      const position = { line: 1, character: 0 };
      const refused = await client.request('plumbline/insertPattern', {
        uri: client.uri('api.yaml'),
        patternId: 'oas-429',
        position,
      });
      assert.deepEqual(refused, { problem: 'Place the cursor in an operation.' });
      const unknown = { uri: client.uri('gone.yaml'), patternId: 'oas-429', position };
      assert.equal(await client.request('plumbline/insertPattern', unknown), null);
    }));
});

function insertionOf(answer: PatternInsertion | null) {
  assert.ok(answer !== null && 'edit' in answer);
  return answer;
}
