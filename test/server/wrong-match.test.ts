import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { WorkspaceEdit } from 'vscode-languageserver';
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

describe('a wrong match', () => {
  const written = async (name: string, text: string, more: object): Promise<string | null> => {
    let after: string | null = null;
    await askServer({ ...files, [name]: text }, async (client) => {
      await client.open(name, text);
      const uri = client.uri(name);
      const params = { uri, schema: 'Order', model: 'Order', ...more };
      const edit = await client.send<WorkspaceEdit | null>('plumbline/wrongMatch', params);
      after = edit === null ? null : JSON.stringify(edit);
    });
    return after;
  };

  it('is written at the schema or the property, in the style of the file', async () => {
    const json = (await written('api.yaml', api, {})) ?? '';
    assert.ok(json.includes('\\n      x-prisma-model: false'), json);
    const property = (await written('api.yaml', api, { property: 'id' })) ?? '';
    assert.ok(property.includes('          x-prisma-field: false'), property);
    const flow = (await written('api.yaml', api, { property: 'total' })) ?? '';
    assert.ok(flow.includes(', x-prisma-field: false'), flow);
  });

  it('is not written where there is no such match, or a reference stands', async () => {
    for (const more of [{ model: 'Customer' }, { property: 'links' }, { property: 'customer' }])
      assert.equal(await written('api.yaml', api, more), null);
  });
});
