import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { withFolder } from '../support/with-folder.ts';
import { runIn } from './run-in-folder.ts';

const api = `openapi: 3.1.0
info: { title: Shop, version: '1' }
paths:
  /orders/{orderId}:
    get:
      responses:
        '200':
          description: The order.
          content:
            application/json:
              schema: { $ref: '#/components/schemas/Order' }
components:
  schemas:
    Order:
      type: object
      properties:
        orderId: { type: string }
        total: { type: string }
        links: { type: object }
    Problem: { type: object, properties: { title: {} } }
`;

const schema = `model Order {
  id    String  @id
  total Decimal
  note  String?
}

model Session {
  id String @id
}
`;

describe('plumbline map', () => {
  it('shows which schemas are which models, why, and what is left', () =>
    withFolder({ 'api.yaml': api, 'schema.prisma': schema }, async (folder) => {
      const { code, stdout, stderr } = await runIn(folder, ['map']);
      assert.deepEqual([code, stderr], [0, '']);
      assert.equal(
        stdout,
        `api.yaml
  Order  Order  86 %  schema.prisma:1
    because “Order” is called as the model, and 2 of 3 properties are fields of it
    otherwise called: orderId is id
    only in the API: links
    only in the database: note

Paths (1)
  /orders/{orderId} → Order ({orderId} is Order.id)

Schemas without a model (1)
  Problem (no model is called so)

Models without a schema (1)
  Session
`,
      );
    }));

  it('gives the same as JSON', () =>
    withFolder({ 'api.yaml': api, 'schema.prisma': schema }, async (folder) => {
      const { code, stdout } = await runIn(folder, ['map', '--format', 'json']);
      assert.equal(code, 0);
      const [map] = JSON.parse(stdout);
      assert.deepEqual(map.pairs[0].schema.pointer, ['components', 'schemas', 'Order']);
      assert.equal(map.pairs[0].model.name, 'Order');
    }));

  it('says what is missing where nothing is compared', () =>
    withFolder({ 'api.yaml': api }, async (folder) => {
      const { code, stderr } = await runIn(folder, ['map']);
      assert.equal(code, 2);
      assert.match(stderr, /No description here is compared with a Prisma schema/);
    }));
});
