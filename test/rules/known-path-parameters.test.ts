import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { pathParametersMatch } from '#rules/openapi/path-parameters-match.ts';
import { findingsIn, reviewFiles } from './check-rule.ts';

const parameter = (name: string, description: string) =>
  `{ name: ${name}, in: path, required: true, description: ${description}, schema: { type: string } }`;

function titles(paths: string, components = ''): readonly string[] {
  const text = `openapi: 3.1.0\npaths:\n${paths}components:\n  parameters:\n${components || '    Page: { name: page, in: query }\n'}`;
  const reviewed = reviewFiles({ 'openapi.yaml': text }, [pathParametersMatch]);
  return findingsIn(reviewed, 'openapi.yaml').flatMap(({ fixes }) => fixes.map(({ title }) => title));
}

const lineId = `    LineId: ${parameter('id', 'The line of an order')}\n`;
const lines = `  /orders/lines/{id}: { get: { parameters: [{ $ref: '#/components/parameters/LineId' }] } }\n`;

describe('A path parameter that is not declared', () => {
  it('is no shared one that only has its name', () => {
    const users = '  /users/{id}: { get: {} }\n';
    assert.deepEqual(titles(users, lineId), ['Declare “id” as a string']);
    assert.deepEqual(titles(lines + users, lineId), ['Declare “id” as a string']);
    assert.deepEqual(titles('  /orders/{id}: { get: {} }\n', `    id: ${parameter('id', 'Of a user')}\n`), [
      'Declare “id” as a string',
    ]);
  });

  it('is the shared one that a path has behind the same segment, wherever that stands', () => {
    for (const path of ['/v2/orders/lines/{id}', '/lines/{id}', '/lines/{id}/notes', '/shops/{shop}/lines/{id}']) {
      const shop = path.includes('{shop}') ? `parameters: [${parameter('shop', 'A shop')}], ` : '';
      assert.deepEqual(titles(`${lines}  ${path}: { ${shop}get: {} }\n`, lineId), [
        'Declare “id” as the shared “LineId”',
      ]);
    }
  });

  it('is that of the same thing above, and not of what is above', () => {
    const order = `  /orders/{id}: { get: { parameters: [${parameter('id', 'An order')}] } }\n`;
    assert.deepEqual(titles(`${order}  /orders/{id}/lines: { get: {} }\n`), ['Declare “id” as GET /orders/{id} does']);
    const line = `  /orders/{orderId}/lines/{id}: { parameters: [${parameter('orderId', 'An order')}], get: {} }\n`;
    assert.deepEqual(titles(order + line), ['Declare “id” as a string']);
    const behind = `  /{id}: { get: {} }\n`;
    assert.deepEqual(titles(order + behind), ['Declare “id” as a string']);
  });

  it('is that of another operation of its path', () => {
    const path = `  /orders/{id}: { get: { parameters: [${parameter('id', 'An order')}] }, delete: {} }\n`;
    assert.deepEqual(titles(path), ['Declare “id” as GET /orders/{id} does']);
  });

  it('is none that says nothing of its value', () => {
    const bare = '{ name: id, in: path, required: true }';
    const path = `  /orders/{id}: { get: { parameters: [${bare}] }, delete: {} }\n`;
    assert.deepEqual(titles(path), ['Declare “id” as a string']);
    const put = `put: { parameters: [${parameter('id', 'An order')}] }`;
    const other = `  /orders/{id}: { get: { parameters: [${bare}] }, ${put}, delete: {} }\n`;
    assert.deepEqual(titles(other), ['Declare “id” as PUT /orders/{id} does']);
  });

  it('is the shared one that says its name of several words', () => {
    const shared = (name: string) => `    OrderId: ${parameter(name, 'An order')}\n`;
    const bill = (name: string) => `  /bills/{${name}}: { get: {} }\n`;
    assert.deepEqual(titles(bill('orderId'), shared('orderId')), ['Declare “orderId” as the shared “OrderId”']);
    assert.deepEqual(titles(bill('order_id'), shared('order_id')), ['Declare “order_id” as the shared “OrderId”']);
    assert.deepEqual(titles(bill('order_id'), shared('orderId')), ['Declare “order_id” as a string']);
    assert.deepEqual(titles(bill('orderId'), '    OrderId: { name: orderId, in: query }\n'), [
      'Declare “orderId” as a string',
    ]);
  });
});
