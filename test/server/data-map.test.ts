import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { DataMapState } from '#server/protocol.ts';
import { askServer } from './ask-server.ts';

const api = `openapi: 3.1.0
info: { title: Shop, version: '1' }
paths:
  /customers/{customerId}/orders:
    get:
      responses:
        '200':
          description: The orders.
          content:
            application/json:
              schema: { type: array, items: { $ref: '#/components/schemas/Order' } }
components:
  schemas:
    Order:
      type: object
      properties:
        id:
          type: string
        total: { type: string }
        links: { type: object }
        customer:
          $ref: '#/components/schemas/Customer'
    Customer: { type: object, properties: { words: {} } }
`;

const schema = `model Order {
  id         String   @id
  total      Decimal
  customer   Customer @relation(fields: [customerId], references: [id])
  customerId String
}

model Customer {
  id     String @id
  orders Order[]
}
`;

const files = { 'api.yaml': api, 'schema.prisma': schema };

describe('the data map', () => {
  it('tells which schemas are which models, and what is left', () =>
    askServer(files, async (client) => {
      await client.open('api.yaml', api);
      for (const name of ['api.yaml', 'schema.prisma']) {
        const map = await client.send<DataMapState | null>('plumbline/dataMap', { uri: client.uri(name) });
        assert.ok(map, name);
        assert.equal(map.title, 'Shop');
        const [order, ...others] = map.pairs;
        assert.ok(order && others.length === 0);
        assert.deepEqual([order.schema.name, order.schema.place.range.start.line], ['Order', 13]);
        assert.deepEqual([order.model.name, order.model.place.uri], ['Order', client.uri('schema.prisma')]);
        assert.deepEqual(
          order.fields.map(({ property, field, isWritable }) => [property.name, field.name, isWritable]),
          [
            ['id', 'id', true],
            ['total', 'total', true],
            ['customer', 'customer', false],
          ],
        );
        assert.deepEqual(
          order.properties.map(({ name }) => name),
          ['links'],
        );
        assert.deepEqual(
          order.columns.map(({ name }) => name),
          ['customerId'],
        );
        assert.deepEqual(
          map.schemas.map(({ name, doubt }) => `${name}: ${doubt}`),
          ['Customer: 0 of 1 properties are fields of “Customer”'],
        );
        assert.deepEqual(
          map.models.map(({ name }) => name),
          ['Customer'],
        );
        assert.deepEqual(
          map.paths.map(({ path, model, keys }) => [path.name, model.name, keys[0]?.field.name, keys[0]?.column]),
          [['/customers/{customerId}/orders', 'Order', 'Customer.id', 'customerId']],
        );
      }
    }));

  it('is none where there is no database, and for other files', () =>
    askServer({ 'api.yaml': api }, async (client) => {
      await client.open('api.yaml', api);
      for (const name of ['api.yaml', 'other.yaml'])
        assert.equal(await client.send('plumbline/dataMap', { uri: client.uri(name) }), null);
    }));
});
