import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { findSymbols } from '#core/ask/find-symbols.ts';
import { comparable, matchRank } from '#core/ask/name-match.ts';
import { finish } from '#core/work/steps.ts';
import { type Texts, workspaceOf } from './symbol-lines.ts';

const files: Texts = {
  'api.yaml': `openapi: 3.1.0
info: {title: Shop, version: '1'}
paths:
  /users:
    get: {operationId: listUsers}
  /orders: {$ref: orders.yaml}
components:
  schemas:
    User: {type: object, properties: {userName: {type: string}}}
  responses:
    UserMissing: {description: none}
`,
  'orders.yaml': 'post: {operationId: createOrder}\n',
  'schema.prisma': 'model User {\n  id Int @id\n  userId Int\n}\n\nenum UserRole {\n  A\n}\n',
};

describe('findSymbols', () => {
  it('finds operations, components, blocks and fields by their names, the best first', () => {
    assert.deepEqual(found('user'), [
      'User in schemas',
      'User',
      'UserMissing in responses',
      'userId in User',
      'UserRole',
      'GET /users in listUsers',
    ]);
  });

  it('finds operations by method and path, and by their ids', () => {
    assert.deepEqual(found('get users'), ['GET /users in listUsers']);
    assert.deepEqual(found('LISTU'), ['listUsers in GET /users']);
    assert.deepEqual(found('post/o'), ['POST /orders in createOrder']);
  });

  it('finds letters in their order, and nothing where one is missing', () => {
    assert.deepEqual(found('usmi'), ['UserMissing in responses']);
    assert.deepEqual(found('usersx'), []);
  });

  it('finds the named types of Prisma 8', () => {
    const schema = '// use prisma-8\ntypes {\n  EmailAddress = String\n}\n';
    const symbols = finish(findSymbols('emailadd', workspaceOf({ 'contract.prisma': schema }), 9, () => true));
    assert.deepEqual(
      symbols.map(({ name, container, span }) => [name, container, schema.slice(span.start, span.end)]),
      [['EmailAddress', 'types', 'EmailAddress']],
    );
  });

  it('gives no more than asked for, and knows what is told elsewhere', () => {
    assert.equal(finish(findSymbols('', workspaceOf(files), 3, () => true)).length, 3);
    const uris = finish(findSymbols('user', workspaceOf(files), 9, (uri) => !uri.endsWith('.prisma'))).map(
      ({ uri }) => uri,
    );
    assert.ok(uris.length > 0 && uris.every((uri) => uri.endsWith('api.yaml')));
  });

  it('finds a copy of a description once', () => {
    const copied = {
      ...files,
      'copy/api.yaml': files['api.yaml'] ?? '',
      'copy/orders.yaml': files['orders.yaml'] ?? '',
    };
    assert.deepEqual(
      finish(findSymbols('listUsers', workspaceOf(copied), 9, () => true)).map(({ uri }) => uri),
      ['file:///w/api.yaml'],
    );
  });

  it('says where a name stands', () => {
    const [first] = finish(findSymbols('userId', workspaceOf(files), 9, () => true));
    assert.equal(files['schema.prisma']?.slice(first?.span.start, first?.span.end), 'userId');
  });
});

describe('matchRank', () => {
  it('prefers the whole name to its beginning, that to a part, and that to scattered letters', () => {
    const rank = (wanted: string, name: string) => matchRank(comparable(wanted), comparable(name));
    assert.deepEqual(
      ['user', 'Us', 'SER', 'usr', 'ru', ''].map((wanted) => rank(wanted, 'User')),
      [0, 1, 2, 3, undefined, 1],
    );
  });
});

function found(query: string): readonly string[] {
  return finish(findSymbols(query, workspaceOf(files), 100, () => true)).map(({ name, container }) => {
    return container === '' ? name : `${name} in ${container}`;
  });
}
