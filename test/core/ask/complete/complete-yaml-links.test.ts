import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { typedIn } from './typed-files.ts';

const stock = `openapi: 3.1.0
info: { title: Shop, version: '1' }
paths:
  /orders:
    post:
      parameters:
        - { name: X-Trace, in: header, schema: { type: string } }
      requestBody:
        content:
          application/json:
            schema:
              type: object
              properties:
                note: { type: string }
                callbackUrl: { type: string }
      responses:
        '201':
          description: The order.
          headers:
            Location: { schema: { type: string } }
          content:
            application/json:
              schema: { $ref: '#/components/schemas/Order' }
  /customers/{customerId}/orders/{orderId}:
    parameters:
      - { name: customerId, in: path, required: true, schema: { type: string } }
      - $ref: '#/components/parameters/OrderId'
    get:
      operationId: getOrder
      parameters:
        - { name: expand, in: query, schema: { type: string } }
        - { name: orderId, in: query, schema: { type: string } }
      responses:
        '200':
          description: The order.
components:
  schemas:
    Order:
      type: object
      properties:
        total: { type: integer }
        id: { type: string }
        customerId: { type: string }
  parameters:
    OrderId: { name: orderId, in: path, required: true, schema: { type: string } }
`;

const created = "              schema: { $ref: '#/components/schemas/Order' }\n";

function inStock(old: string, text: string) {
  assert.ok(stock.includes(old), old);
  return typedIn({ 'stock.yaml': stock.replace(old, text) }, { 'stock.yaml': stock });
}

/** What is proposed in a link of the answer. */
function inLink(...lines: readonly string[]) {
  const written = lines.map((line) => `              ${line}\n`).join('');
  return inStock(created, `${created}          links:\n            order:\n${written}`);
}

describe('completion in YAML: links and callbacks', () => {
  it('proposes the parameters of the operation a link leads to', () => {
    const names = ['expand', 'query.orderId', 'customerId', 'path.orderId'];
    assert.deepEqual(inLink('operationId: getOrder', 'parameters:', '  ¦').labels, names);
    const reference = "operationRef: '#/paths/~1customers~1{customerId}~1orders~1{orderId}/get'";
    assert.deepEqual(inLink(reference, 'parameters:', '  ¦').labels, names);
    assert.deepEqual(inLink('operationId: getOrder', 'parameters:', '  expand: a', '  ¦').labels, names.slice(1));
    assert.deepEqual(inLink('operationId: nobody', 'parameters:', '  ¦').labels, []);
    assert.match(
      inLink('operationId: getOrder', 'parameters:', '  ¦').takenPlainly('customerId'),
      /parameters:\n {16}customerId:/,
    );
  });

  it('proposes expressions for what a link gives, the likeliest first', () => {
    const given = inLink('operationId: getOrder', 'parameters:', '  customerId: ¦');
    assert.deepEqual(given.labels, [
      '$response.body#/customerId',
      '$response.body#/id',
      '$response.body#/total',
      '$response.header.Location',
      '$request.header.X-Trace',
      '$request.body#/note',
      '$request.body#/callbackUrl',
      '$response.body',
      '$request.body',
      '$url',
      '$method',
      '$statusCode',
    ]);
    assert.match(given.taken('$response.body#/customerId'), /customerId: \$response\.body#\/customerId\n/);
    assert.match(given.takenPlainly('$response.body#/customerId'), /customerId: \$response\.body#\/customerId\n/);
    assert.ok(inLink('operationId: getOrder', 'requestBody: ¦').labels.includes('$request.body'));
  });

  it('proposes the addresses that a request holds as keys of a callback', () => {
    const keys = inStock('      requestBody:', '      callbacks:\n        done:\n          ¦\n      requestBody:');
    assert.deepEqual(
      keys.labels.filter((label) => label.startsWith('{')),
      ['{$request.body#/callbackUrl}'],
    );
    assert.ok(
      keys.takenPlainly('{$request.body#/callbackUrl}').includes("          '{$request.body#/callbackUrl}':"),
      keys.takenPlainly('{$request.body#/callbackUrl}'),
    );
  });

  it('proposes the paths that others suggest, named as they are', () => {
    const at = inStock('components:', '  ¦\ncomponents:');
    assert.deepEqual(
      at.labels.filter((label) => label.startsWith('/')),
      ['/customers', '/customers/{customerId}', '/customers/{customerId}/orders', '/orders/{orderId}'],
    );
    assert.match(at.takenPlainly('/orders/{orderId}'), /\n {2}\/orders\/\{orderId\}:/);
  });
});
