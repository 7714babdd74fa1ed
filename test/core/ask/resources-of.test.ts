import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { descriptionAround } from '#core/ask/description-around.ts';
import type { ToldResource } from '#core/ask/resource-tree.ts';
import { resourcesOf } from '#core/ask/resources-of.ts';
import { finish } from '#core/work/steps.ts';
import { type Texts, workspaceOf } from './symbol-lines.ts';

const api = `openapi: 3.1.0
paths:
  /v1/users/{userId}:
    get: {}
    patch: {}
  /v1/users:
    get: {}
  /v1/orders:
    post: {}
  /v1/users/{userId}/reset:
    post: {}
  /v1/users/{userId}/roles/{roleId}: { $ref: roles.yaml }
  /cart:
    get: {}
    put: {}
`;

function told(texts: Texts, uri: string): readonly ToldResource[] {
  const description = descriptionAround(workspaceOf(texts), uri);
  return description === undefined ? [] : finish(resourcesOf(description));
}

function linesOf(texts: Texts, uri = 'file:///w/api.yaml'): readonly string[] {
  const lines: string[] = [];
  const add = (resource: ToldResource, depth: number): void => {
    const { name, kind, operations, missing, children } = resource;
    const present = operations.map(({ method, path, operation }) => `${operation ?? '-'} ${method} ${path}`);
    const absent = missing.map(({ method, path }) => `${method.toUpperCase()} ${path}`);
    lines.push(`${'  '.repeat(depth)}${name} ${kind}: ${present.join(', ')} | ${absent.join(', ')}`);
    for (const child of children) add(child, depth + 1);
  };
  for (const each of told(texts, uri)) add(each, 0);
  return lines;
}

describe('resourcesOf', () => {
  const texts = { 'api.yaml': api, 'roles.yaml': 'delete: {}\n' };

  it('tells what there is and what is missing, in text order', () => {
    assert.deepEqual(linesOf(texts), [
      'users collection: list GET /v1/users, read GET /v1/users/{userId}, update PATCH /v1/users/{userId} | POST /v1/users, DELETE /v1/users/{userId}',
      '  reset action: - POST /v1/users/{userId}/reset | ',
      '  roles collection: delete DELETE /v1/users/{userId}/roles/{roleId} | GET /v1/users/{userId}/roles, POST /v1/users/{userId}/roles, GET /v1/users/{userId}/roles/{roleId}, PATCH /v1/users/{userId}/roles/{roleId}',
      'orders collection: create POST /v1/orders | GET /v1/orders, GET /v1/orders/{orderId}, PATCH /v1/orders/{orderId}, DELETE /v1/orders/{orderId}',
      'cart singleton: read GET /cart, replace PUT /cart | DELETE /cart',
    ]);
  });

  it('leads to the key of each operation, in whichever file', () => {
    const [users, , cart] = told(texts, 'file:///w/roles.yaml');
    const [put] = cart?.operations.filter(({ method }) => method === 'PUT') ?? [];
    assert.equal(api.slice(put?.span.start, put?.span.end), 'put');
    const remove = users?.children.at(-1)?.operations[0];
    assert.deepEqual([remove?.uri, remove?.span], ['file:///w/roles.yaml', { start: 0, end: 6 }]);
  });

  it('names what is sent and answered', () => {
    const text = `openapi: 3.1.0
paths:
  /orders:
    get:
      responses:
        '200': { $ref: '#/components/responses/Orders' }
    post:
      requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/NewOrder' } } } }
      responses: { '201': { description: A, content: { application/json: { schema: { type: object } } } } }
components:
  responses:
    Orders: { content: { application/json: { schema: { type: array, items: { $ref: '#/components/schemas/Order' } } } } }
  schemas: { Order: {}, NewOrder: {} }
`;
    const [orders] = told({ 'api.yaml': text }, 'file:///w/api.yaml');
    const names = orders?.operations.map(({ schemas }) => schemas);
    assert.deepEqual(names, [
      { sent: undefined, answered: 'Order[]' },
      { sent: 'NewOrder', answered: undefined },
    ]);
  });

  it('names what only others begin with, as it would be written', () => {
    const text = 'openapi: 3.1.0\npaths:\n  /v1/users:batchGet: { post: {} }\n  /keys/{key}:rotate: { post: {} }\n';
    assert.deepEqual(linesOf({ 'api.yaml': `${text}  /Pets('{id}'): { get: {} }\n` }), [
      'users collection:  | GET /v1/users, POST /v1/users, GET /v1/users/{id}, PATCH /v1/users/{id}, DELETE /v1/users/{id}',
      '  :batchGet action: - POST /v1/users:batchGet | ',
      'keys collection:  | GET /keys, POST /keys, GET /keys/{key}, PATCH /keys/{key}, DELETE /keys/{key}',
      '  :rotate action: - POST /keys/{key}:rotate | ',
      "Pets collection: read GET /Pets('{id}') | GET /Pets, POST /Pets, PATCH /Pets('{id}'), DELETE /Pets('{id}')",
    ]);
  });

  it('tells all operations of a path that is written with and without a slash', () => {
    const text =
      'openapi: 3.1.0\npaths:\n  /orders: { get: {} }\n  /orders/: { post: {} }\n  /users/?all={a}: { get: {} }\n';
    assert.deepEqual(linesOf({ 'api.yaml': text }), [
      'orders collection: list GET /orders, create POST /orders/ | GET /orders/{id}, PATCH /orders/{id}, DELETE /orders/{id}',
      'users collection: list GET /users/?all={a} | POST /users/, GET /users/{id}/, PATCH /users/{id}/, DELETE /users/{id}/',
    ]);
  });

  it('keeps the order of the paths, whichever files they lead to', () => {
    const text =
      'openapi: 3.1.0\npaths:\n  /zebras: { $ref: a.yaml }\n  /apes: { $ref: z.yaml }\n  /bees: { get: {} }\n';
    const lines = linesOf({ 'api.yaml': text, 'a.yaml': 'get: {}\n', 'z.yaml': 'get: {}\n' });
    assert.deepEqual(
      lines.map((line) => line.split(' ')[0]),
      ['zebras', 'apes', 'bees'],
    );
  });

  it('tells those of the description that the file begins, else of the first that uses it', () => {
    const texts = {
      'a.yaml': "openapi: 3.1.0\npaths:\n  /apes: { $ref: 'z.yaml#/paths/~1bees' }\n",
      'z.yaml': 'openapi: 3.1.0\npaths:\n  /bees: { get: {} }\n  /cows: { $ref: c.yaml }\n',
      'b.yaml': 'openapi: 3.1.0\npaths:\n  /dogs: { $ref: c.yaml }\n',
      'c.yaml': 'get: {}\n',
    };
    const first = (name: string) => told(texts, `file:///w/${name}`)[0]?.path;
    assert.deepEqual(['a.yaml', 'z.yaml', 'c.yaml'].map(first), ['/apes', '/bees', '/bees']);
  });

  it('misses nothing where text is not understood', () => {
    assert.deepEqual(linesOf({ 'api.yaml': 'openapi: 3.1.0\npaths:\n  /orders: {get: {}}\ncomponents: {]\n' }), [
      'orders collection: list GET /orders | ',
    ]);
  });

  it('knows nothing of other files', () => {
    assert.deepEqual(linesOf({ 'api.yaml': api, 'other.yaml': 'a: 1\n' }, 'file:///w/other.yaml'), []);
  });
});
