import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { type ResourceNode, resourceNodes } from '#client/resource-node.ts';
import type { ResourceState } from '#server/protocol.ts';

const uri = 'file:///shop/api.yaml';
const place = { uri, range: { start: { line: 4, character: 4 }, end: { line: 4, character: 7 } } };

const orders: ResourceState = {
  path: '/orders',
  kind: 'collection',
  reason: '“{id}” behind “orders” names one of many',
  operations: [{ method: 'GET', path: '/orders', operation: 'list', place }],
  missing: [{ method: 'DELETE', path: '/orders/{id}', operation: 'delete' }],
  children: [
    {
      path: '/orders/{id}/x',
      kind: 'unknown',
      reason: 'nothing tells',
      operations: [{ method: 'POST', path: '/orders/{id}/x', place }],
      missing: [],
      children: [],
    },
  ],
};

describe('resourceNodes', () => {
  it('show what there is, what is missing, and what stands below', () => {
    assert.deepEqual(resourceNodes(uri, [orders]).map(lines), [
      [
        'resource /orders (collection)',
        'operation GET /orders (list)',
        'missing DELETE /orders/{id} (delete · missing)',
        'resource /orders/{id}/x (not known what it is)',
        'operation POST /orders/{id}/x ()',
      ],
    ]);
  });

  it('say why a resource is what it is, and lead to its operations', () => {
    const [root] = resourceNodes(uri, [orders]);
    assert.equal(root?.tooltip, 'A collection, because “{id}” behind “orders” names one of many.');
    assert.equal(root?.spoken, '/orders, collection, 1 operation, 1 missing');
    const [read, gone] = root?.children ?? [];
    assert.equal(read?.place, place);
    assert.deepEqual(gone?.added, { uri, method: 'DELETE', path: '/orders/{id}', operation: 'delete' });
  });
});

describe('the tooltip of an operation', () => {
  it('names what it takes and answers', () => {
    const written = {
      method: 'POST',
      path: '/orders',
      operation: 'create',
      sent: 'NewOrder',
      answered: 'Order',
      place,
    };
    const form = { shown: '{ data, meta }', reason: '“meta” beside “data” is an object', alike: 7, all: 9 };
    const [create, list] = [written, { method: 'GET', path: '/orders', answered: 'Order[]', form, place }].map(
      (operation) => {
        const [root] = resourceNodes(uri, [{ ...orders, operations: [operation] }]);
        return root?.children[0]?.tooltip;
      },
    );
    assert.deepEqual(
      [create, list],
      [
        'POST /orders: create, takes NewOrder, answers Order',
        'GET /orders, answers Order[], as { data, meta }, because “meta” beside “data” is an object, like 7 of 9 lists',
      ],
    );
  });
});

function lines(node: ResourceNode): readonly string[] {
  const { role, label, description = '', children } = node;
  return [`${role} ${label} (${description})`, ...children.flatMap(lines)];
}
