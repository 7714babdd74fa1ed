import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { collectEvidence } from '#core/checklist/collect-evidence.ts';
import { review } from '#core/review.ts';
import type { ReviewSettings } from '#core/review-settings.ts';
import { finish } from '#core/work/steps.ts';
import { checklist } from '#rules/checklist.ts';
import { evidenceCollectors } from '#rules/evidence/index.ts';

const settings: ReviewSettings = { folders: [], preset: 'recommended', unread: new Map() };

const description = `openapi: 3.1.0
info: { title: Shop, version: '1' }
security: [{ key: [] }]
paths:
  /orders:
    get:
      deprecated: true
      parameters:
        - { name: page, in: query, schema: { type: integer } }
      responses:
        '200': { description: Orders, content: { application/json: { schema: { $ref: '#/components/schemas/OrderPage' } } } }
        '429': { description: Too many, headers: { Retry-After: { schema: { type: integer } } } }
    post:
      parameters:
        - { name: Idempotency-Key, in: header }
      responses: {}
  /orders/{id}:
    get:
      security: []
      responses: {}
    delete:
      responses: {}
  /imports:
    post:
      responses: { '202': { description: Accepted } }
  /hooks/payment:
    post:
      responses: {}
  /reports:
    put:
      responses: {}
webhooks:
  paid:
    post:
      responses: {}
components:
  schemas:
    OrderPage:
      type: object
      properties:
        total: { type: integer }
        items: { type: array }
  securitySchemes:
    key: { type: apiKey, in: header, name: key }
`;

const schema = `datasource db {
  provider = "postgresql"
}

model Category {
  id       Int        @id
  tenantId Int
  parentId Int?
  parent   Category?  @relation("tree", fields: [parentId], references: [id])
  children Category[] @relation("tree")
  details  Json
  deletedAt DateTime?

  @@index([tenantId, parentId])
}

model OutboxEvent {
  id  Int    @id
  key String @unique
}

model Session {
  id        Int @id
  expiresAt DateTime
}
`;

const expected: { readonly [id: string]: readonly string[] } = {
  'posts-without-key': ['POST /imports takes no idempotency key', 'POST /hooks/payment takes no idempotency key'],
  'tenant-fields': ['Category.tenantId names a tenant'],
  resources: [
    '/orders: GET, POST',
    '/orders/{id}: GET, DELETE',
    '/imports: POST',
    '/hooks/payment: POST',
    '/reports: PUT',
  ],
  'deprecated-operations': ['GET /orders is deprecated'],
  'total-counts': ['OrderPage counts all rows in “total”'],
  'offset-parameters': ['GET /orders starts at “page”'],
  'rate-limited-operations': ['GET /orders answers 429 with Retry-After'],
  'example-coverage': ['GET /orders: 0 of 1 bodies have an example of their own'],
  'item-operations': ['GET /orders/{id} needs nothing', 'DELETE /orders/{id} needs key'],
  'model-sizes': ['Category.details holds JSON'],
  indexes: ['Category: id (id), index (tenantId, parentId)', 'OutboxEvent: id (id), unique (key)', 'Session: id (id)'],
  'soft-deleted-models': ['Category keeps deleted rows: deletedAt'],
  stores: ['The store is postgresql', 'Category.parent makes a tree or graph of rows'],
  'cache-tables': ['Session has rows that expire: expiresAt'],
  'async-operations': [
    'POST /imports answers 202: the work is queued',
    'PUT /reports answers only when “reports” is done',
  ],
  'public-reads': ['GET /orders/{id} is public and does not document Cache-Control'],
  'event-models': ['OutboxEvent has a unique key beside its id'],
  webhooks: ['Seems to receive webhooks at /hooks/payment', 'Sends the webhook paid'],
};

describe('evidence', () => {
  const sources = [
    { uri: 'file:///shop/api.yaml', text: description },
    { uri: 'file:///shop/schema.prisma', text: schema },
  ];
  const reviewed = review(sources, { rules: [], presets: [] }, settings);
  const book = { collectors: evidenceCollectors, subjects: [] };
  const groups = finish(collectEvidence(reviewed, book, settings));
  const evidenceOf = (id: string) => [...groups.values()].flatMap(({ evidence }) => evidence.get(id) ?? []);

  for (const { id } of evidenceCollectors) {
    it(`${id} says what the files say`, () => {
      const found = evidenceOf(id);
      assert.deepEqual(
        found.map(({ text }) => text),
        expected[id],
      );
    });
  }

  it('points at the thing it names', () => {
    const [first] = evidenceOf('deprecated-operations');
    assert.equal(description.slice(first?.span.start, first?.span.end), 'get');
    const [field] = evidenceOf('tenant-fields');
    assert.equal(schema.slice(field?.span.start, field?.span.end), 'tenantId');
  });

  it('is collected for every item that names a collector, and for no other', () => {
    const named = checklist.flatMap(({ items }) =>
      items.map((item) => (item.kind === 'human' ? item.evidence : undefined)),
    );
    const ids = evidenceCollectors.map(({ id }) => id);
    assert.deepEqual([...new Set(named.filter((id) => id !== undefined))].sort(), [...ids].sort());
  });
});
