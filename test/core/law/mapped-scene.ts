import type { Random } from '../../support/random.ts';
import { happens, pickFrom, someOf } from './chance.ts';

/** A description and the schema behind it, with names that agree, nearly agree, or are said to. */
export function mappedApi(random: Random): { readonly api: string; readonly schema: string } {
  return { api: description(random), schema: prisma(random) };
}

const paths = [
  '/orders',
  '/orders/{id}',
  '/customers',
  '/customers/{customerId}/orders',
  '/customers/{slug}',
  '/orders/{orderId}/lines/{line}',
  '/orders/{id}/cancel',
  '/bills/{number}',
];

const schemaNames = ['Order', 'CreateOrderDto', 'Customer', 'Client', 'OrderLine', 'Line', 'Bill', 'Meta', 'Orders'];

function description(random: Random): string {
  const body = (name: string): string =>
    `{ description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/${name}' } } } }`;
  const items = paths
    .filter(() => happens(random, 0.7))
    .map(
      (path) =>
        `  ${path}:\n    get:\n      responses:\n        '200': ${body(pickFrom(random, schemaNames) ?? 'Order')}\n`,
    );
  const schemas = schemaNames.filter(() => happens(random, 0.8)).map((name) => component(name, random));
  return `openapi: 3.1.0\ninfo: { title: T, version: '1' }\npaths:\n${items.join('')}components:\n  schemas:\n${schemas.join('')}`;
}

const properties = [
  'id: { type: string }',
  'total: { type: string }',
  'created: { type: string, format: date-time }',
  'customerId: { type: string }',
  'customer: { type: string }',
  "customer: { $ref: '#/components/schemas/Customer' }",
  'slug: { type: string }',
  'active: { type: boolean }',
  'lines: { type: array, items: { type: string } }',
  "metadata: { $ref: '#/components/schemas/Meta' }",
  'price: { type: object, properties: { amount: { type: string } } }',
  'note: { type: string, x-prisma-field: total }',
  'other: { type: string, x-prisma-field: false }',
];

function component(name: string, random: Random): string {
  const written = pickFrom(random, ['', '', '', '', '      x-prisma-model: Order\n', '      x-prisma-model: false\n']);
  const own = someOf(random, properties, 5).map((property) => `        ${property}\n`);
  return `    ${name}:\n      type: object\n${written}      properties:\n        id: { type: string }\n${own.filter((line) => !line.includes(' id:')).join('')}`;
}

function prisma(random: Random): string {
  const comment = pickFrom(random, ['', '', '/// @api Bill\n', '/// @api false\n', '/// @api Client, Line\n']);
  const orderName = pickFrom(random, ['Order', 'Order', 'ShopOrder', 'SalesDocument']);
  const table = pickFrom(random, ['', '\n  @@map("orders")\n', '\n  @@map("bills")\n']);
  return `datasource db {
  provider = "postgresql"
}

${comment}model ${orderName} {
  id          String   @id
  total       Decimal
  priceAmount Decimal
  createdAt   DateTime
  isActive    Boolean
  customer    Customer @relation(fields: [customerId], references: [id])
  customerId  String
  lines       OrderLine[]
${table}}

model Customer {
  id     Int    @id
  slug   String @unique
  active Boolean
  orders ${orderName}[]
}

model OrderLine {
  id      String @id
  orderId String
  order   ${orderName}  @relation(fields: [orderId], references: [id])
  total   Decimal
  line    Int

  @@unique([orderId, line])
}
`;
}
