import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
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

function linesOf(texts: Texts, uri = 'file:///w/api.yaml'): readonly string[] {
  const lines: string[] = [];
  const add = (resource: ToldResource, depth: number): void => {
    const { name, kind, operations, missing, children } = resource;
    const present = operations.map(({ method, path, operation }) => `${operation ?? '-'} ${method} ${path}`);
    const absent = missing.map(({ method, path }) => `${method} ${path}`);
    lines.push(`${'  '.repeat(depth)}${name} ${kind}: ${present.join(', ')} | ${absent.join(', ')}`);
    for (const child of children) add(child, depth + 1);
  };
  for (const { resources } of finish(resourcesOf(workspaceOf(texts), uri))) for (const each of resources) add(each, 0);
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
    const [told] = finish(resourcesOf(workspaceOf(texts), 'file:///w/roles.yaml'));
    const [users, , cart] = told?.resources ?? [];
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
    const [told] = finish(resourcesOf(workspaceOf({ 'api.yaml': text }), 'file:///w/api.yaml'));
    const names = told?.resources[0]?.operations.map(({ schemas }) => schemas);
    assert.deepEqual(names, [
      { sent: undefined, answered: 'Order[]' },
      { sent: 'NewOrder', answered: undefined },
    ]);
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
