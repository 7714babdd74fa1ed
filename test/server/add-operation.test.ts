import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { AddedOperation } from '#server/protocol.ts';
import { askServer } from './ask-server.ts';

const text = `openapi: 3.1.0
info: { title: Shop, version: '1' }
paths:
  /orders:
    get:
      operationId: listOrders
      responses:
        '200':
          description: The orders.
          content:
            application/json:
              schema: { type: array, items: { $ref: '#/components/schemas/Order' } }
  /orders/{orderId}:
    parameters:
      - { name: orderId, in: path, required: true, schema: { type: string } }
    get:
      operationId: getOrder
      responses:
        '200':
          description: The order.
          content:
            application/json:
              schema: { $ref: '#/components/schemas/Order' }
components:
  schemas:
    Order: { type: object, properties: { orderId: { type: string } } }
`;

describe('adding an operation', () => {
  it('writes it where it belongs, and says where it stands then', () =>
    askServer({ 'api.yaml': text }, async (client) => {
      await client.open('api.yaml', text);
      const uri = client.uri('api.yaml');
      const wanted = { uri, method: 'DELETE', path: '/orders/{orderId}', operation: 'delete' };
      const made = await client.send<AddedOperation | null>('plumbline/addOperation', wanted);
      assert.ok(made);
      assert.equal(made.uri, uri);
      assert.ok(JSON.stringify(made.edit).includes('delete:'));
      assert.ok(made.position.line > 12 && made.position.line < 30, String(made.position.line));
    }));

  it('is not done where nothing is missing', () =>
    askServer({ 'api.yaml': text }, async (client) => {
      await client.open('api.yaml', text);
      const uri = client.uri('api.yaml');
      for (const wanted of [
        { uri, method: 'GET', path: '/orders', operation: 'list' },
        { uri, method: 'POST', path: '/nowhere', operation: 'create' },
        { uri: `${uri}.other`, method: 'POST', path: '/orders', operation: 'create' },
      ])
        assert.equal(await client.send('plumbline/addOperation', wanted), null);
    }));
});
