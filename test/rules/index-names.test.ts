import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { cutPrisma } from '#core/prisma/cut-prisma.ts';
import type { PrismaModel } from '#core/prisma/model.ts';
import { indexText } from '#rules/detectors/prisma/index-name.ts';

const others = (attributes: string): string => `model Order {
  id Int @id
  customerId Int @map("customer_id")
  placedAt DateTime @map("placed_at")
${attributes}
  @@map("orders")
}
model OrderLine {
  id Int @id
  orderId Int @map("order_id")
  sku String
  @@map("order_lines")
}
`;

describe('the name of a new index', () => {
  const cases: readonly (readonly [title: string, attributes: string, columns: readonly string[], text: string])[] = [
    [
      'table and columns as in the database',
      '@@index([customerId], map: "orders_customer_id_idx")',
      ['orderId'],
      '@@index([orderId], map: "order_lines_order_id_idx")',
    ],
    [
      'what it is before both',
      '@@index([customerId], map: "idx_orders_customer_id")\n@@index([placedAt], map: "idx_orders_placed_at")',
      ['orderId', 'sku'],
      '@@index([orderId, sku], map: "idx_order_lines_order_id_sku")',
    ],
    [
      'names of the client',
      '@@index([customerId, placedAt], map: "Order.customerId_placedAt_index")',
      ['orderId', 'sku'],
      '@@index([orderId, sku], map: "OrderLine.orderId_sku_index")',
    ],
    [
      'columns in small letters without separators',
      '@@index([customerId], map: "ix_order_customerid")',
      ['orderId'],
      '@@index([orderId], map: "ix_order_line_orderid")',
    ],
    [
      'none where most have none',
      '@@index([customerId], map: "orders_customer_id_idx")\n@@index([placedAt])',
      ['sku'],
      '@@index([sku])',
    ],
    ['none where they tell no columns', '@@index([customerId], map: "orders_by_buyer")', ['sku'], '@@index([sku])'],
    ['none where there is no other', '', ['sku'], '@@index([sku])'],
    ['none after a unique key', '@@unique([customerId], map: "orders_customer_id_key")', ['sku'], '@@index([sku])'],
    [
      'none that is too long',
      '@@index([customerId], map: "orders_customer_id_idx")',
      ['averyveryveryverylongnameofacolumn', 'anotherveryverylongnameofacolumn'],
      '@@index([averyveryveryverylongnameofacolumn, anotherveryverylongnameofacolumn])',
    ],
  ];
  for (const [title, attributes, columns, text] of cases)
    it(`has ${title}`, () => {
      const [order, line] = modelsOf(others(attributes));
      assert.ok(order !== undefined && line !== undefined);
      assert.equal(indexText('index', line, columns, [line, order]), text);
    });

  const named = (table: string, column: string): string => {
    const [order, line] = modelsOf(
      `${others('  @@index([customerId], map: "orders_customer_id_idx")').replace('"order_lines"', JSON.stringify(table))}`,
    );
    assert.ok(order !== undefined && line !== undefined);
    return indexText('index', line, [column], [line, order]);
  };

  it('has a text in which quotes and backslashes are escaped', () => {
    assert.equal(named('a "b\\c"', 'sku'), '@@index([sku], map: "a \\"b\\\\c\\"_sku_idx")');
  });

  it('has no more bytes than the database takes', () => {
    assert.equal(named('é'.repeat(27), 'sku'), `@@index([sku], map: "${'é'.repeat(27)}_sku_idx")`);
    assert.equal(named('é'.repeat(28), 'sku'), '@@index([sku])');
    assert.equal(named('表'.repeat(19), 'sku'), '@@index([sku])');
  });
});

function modelsOf(text: string): readonly PrismaModel[] {
  const { sections } = cutPrisma({ uri: 'schema.prisma', text });
  return sections.flatMap(({ nodes }) => nodes.filter((node) => node.kind === 'prisma.model'));
}
