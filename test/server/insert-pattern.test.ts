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

  it('tells which patterns fit at the cursor, why others do not, and what they are looked for as', () =>
    askServer({}, async (client) => {
      await client.open('api.yaml', users);
      await client.open('schema.prisma', 'datasource db {\n  provider = "mongodb"\n}\nmodel A {\n  id Int @id\n}\n');
      const problemsAt = async (path: string, line: number) => {
        const params = { uri: client.uri(path), position: { line, character: 6 } };
        const patterns = (await client.request('plumbline/patterns', params)) ?? [];
        return new Map(patterns.map(({ id, problem }) => [id, problem]));
      };
      const inPost = await problemsAt('api.yaml', 6);
      assert.equal(inPost.get('oas-429'), undefined);
      assert.equal(inPost.get('oas-merge-patch'), undefined);
      const inTitle = await problemsAt('api.yaml', 2);
      assert.match(inTitle.get('oas-429') ?? '', /^Place the cursor in /);
      assert.equal(inTitle.get('oas-list-cursor'), undefined);
      assert.match((await problemsAt('schema.prisma', 4)).get('prisma-money') ?? '', /mongodb/);
      assert.match((await problemsAt('schema.prisma', 1)).get('prisma-tree') ?? '', /^Place the cursor in /);
      const patterns = await client.request('plumbline/patterns', { uri: client.uri('api.yaml') });
      const found = patterns?.filter(({ keywords }) => keywords.includes('pagination')).map(({ id }) => id);
      assert.deepEqual(found, ['oas-list-cursor', 'oas-list-offset']);
    }));

  it('writes the day an operation ends, and a placeholder where none is given', () =>
    askServer({}, async (client) => {
      await client.open('api.yaml', users.replace('{}', "\n        '204':\n          description: Done."));
      const params = { uri: client.uri('api.yaml'), patternId: 'oas-deprecate', position: start };
      const dated = insertionOf(await client.request('plumbline/insertPattern', { ...params, endDate: '2027-05-26' }));
      const text = JSON.stringify(dated.edit);
      assert.match(text, /x-sunset: '2027-05-26'/);
      assert.match(text, /Wed, 26 May 2027 23:59:59 GMT/);
      for (const endDate of ['soon', '2027-02-30', '26.05.2027'])
        assert.ok(
          'problem' in ((await client.request('plumbline/insertPattern', { ...params, endDate })) ?? {}),
          endDate,
        );
      const open = insertionOf(await client.request('plumbline/insertPattern', params));
      await client.apply(open.edit);
      assert.match(client.document('api.yaml').getText(), /x-sunset: YYYY-MM-DD/);
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
