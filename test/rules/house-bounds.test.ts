import { describe, it } from 'mocha';
import { filterIndexed } from '#rules/cross/filter-indexed.ts';
import { pageSizeBounded } from '#rules/openapi/page-size-bounded.ts';
import { checkExample } from './check-rule.ts';

describe('the page size of a description', () => {
  it('ends where that of the other lists ends', () => {
    const text = (name: string, maximum: string): string => `swagger: '2.0'
paths:
  /users:
    get:
      parameters: [{ name: limit, in: query, type: integer, maximum: 250 }]
      responses: {}
  /files:
    get:
      parameters: [{ name: limit, in: query, type: integer, description: At most 250. , maximum: 250 }]
      responses: {}
  /pages:
    get:
      parameters: [{ name: per_page, in: query, type: integer, maximum: 30 }]
      responses: {}
  /orders:
    get:
      parameters:
        - name: ${name}
          in: query
          type: integer${maximum}
      responses: {}
`;
    checkExample(pageSizeBounded, {
      title: '',
      bad: text('«limit»', ''),
      good: text('limit', '\n          maximum: 250'),
    });
  });
});

describe('an index for a filter', () => {
  const openapi = (name: string): string => `openapi: 3.1.0
paths:
  /orders:
    get:
      parameters:
        - { ${name}, in: query, schema: { type: string } }
      responses:
        '200':
          description: Orders.
          content:
            application/json:
              schema: { type: array, items: { $ref: '#/components/schemas/Order' } }
components:
  schemas:
    Order: { type: object, properties: { id: { type: integer }, reference: { type: string } } }
`;
  const prisma = (index: string): string => `model Order {
  id        Int    @id @default(autoincrement())
  reference String
  number    Int
  companyId String

${index}
}
`;
  const check = (before: string, after: string): void =>
    checkExample(filterIndexed, {
      title: '',
      bad: { 'openapi.yaml': openapi('name: «reference»'), 'schema.prisma': prisma(before) },
      good: { 'openapi.yaml': openapi('name: reference'), 'schema.prisma': prisma(after) },
    });

  it('extends the one that holds the tenant only, whatever it is called', () => {
    check('  @@index([companyId], map: "by_company")', '  @@index([companyId, reference], map: "by_company")');
  });

  it('begins with the tenant that another key begins with', () => {
    check('  @@unique([companyId, number])', '  @@unique([companyId, number])\n  @@index([companyId, reference])');
  });

  it('leaves one of another kind alone', () => {
    check(
      '  @@index([companyId], type: Hash)',
      '  @@index([companyId], type: Hash)\n  @@index([companyId, reference])',
    );
  });
});
