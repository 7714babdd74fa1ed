import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { type DataMapNode, dataMapNodes } from '#client/data-map-node.ts';
import type { DataMapState, PlacedName } from '#server/protocol.ts';

const uri = 'file:///shop/api.yaml';

function placed(name: string, line: number, file = uri): PlacedName {
  return { name, place: { uri: file, range: { start: { line, character: 4 }, end: { line, character: 7 } } } };
}

const schema = 'file:///shop/schema.prisma';

const state: DataMapState = {
  title: 'Shop',
  pairs: [
    {
      schema: placed('Order', 4),
      model: placed('SalesOrder', 1, schema),
      score: 0.746,
      reasons: ['“SalesOrder” has the words of “Order”', '2 of 3 properties are fields of it'],
      fields: [
        {
          property: placed('id', 6),
          field: placed('id', 2, schema),
          reason: 'the names are the same',
          isWritable: true,
        },
        {
          property: placed('created', 7),
          field: placed('createdAt', 3, schema),
          reason: 'both names are of one time',
          isWritable: false,
        },
      ],
      properties: [placed('links', 8)],
      columns: [placed('note', 4, schema)],
    },
  ],
  schemas: [{ ...placed('Problem', 20), doubt: 'no model is called so' }],
  models: [],
  paths: [
    {
      path: placed('/users/{userId}/orders', 30),
      model: placed('SalesOrder', 1, schema),
      reasons: ['its bodies describe the model'],
      keys: [{ parameter: 'userId', field: placed('User.id', 9, schema), column: 'userId' }],
    },
  ],
};

function lines({ role, label, description, children }: DataMapNode): readonly string[] {
  return [`${role} ${label} (${description ?? ''})`, ...children.flatMap(lines)];
}

describe('dataMapNodes', () => {
  it('show pairs with both sides, and groups that hold something', () => {
    assert.deepEqual(dataMapNodes(uri, state).flatMap(lines), [
      'match Order (→ SalesOrder · 75 %)',
      'match id ()',
      'mapped created (→ createdAt)',
      'single links (only in the API)',
      'single note (only in the database)',
      'group Paths (1)',
      'mapped /users/{userId}/orders (→ SalesOrder)',
      'group Schemas without a model (1)',
      'single Problem ()',
    ]);
  });

  it('say why, lead to both sides, and say what is written where a match is wrong', () => {
    const [order, paths, loose] = dataMapNodes(uri, state);
    assert.equal(
      order?.tooltip,
      'Order is the model SalesOrder (75 %), because “SalesOrder” has the words of “Order”, and 2 of 3 properties are fields of it.',
    );
    assert.equal(order?.spoken, 'Order is SalesOrder, 75 %, 2 of 3 properties are fields');
    assert.equal(order?.icon, 'question');
    assert.deepEqual([order?.place?.uri, order?.database?.uri], [uri, schema]);
    assert.deepEqual(order?.wrong, { uri, schema: 'Order', model: 'SalesOrder' });
    assert.deepEqual(order?.children[0]?.wrong, { uri, schema: 'Order', model: 'SalesOrder', property: 'id' });
    assert.equal(order?.children[1]?.wrong, undefined);
    assert.equal(
      paths?.children[0]?.tooltip,
      '/users/{userId}/orders names rows of SalesOrder, because its bodies describe the model.\n{userId} is User.id (here userId)',
    );
    assert.equal(loose?.children[0]?.tooltip, 'No model, because no model is called so.');
  });
});
