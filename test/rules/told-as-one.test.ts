import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Rule } from '#core/rule.ts';
import { pageSizeBounded } from '#rules/openapi/page-size-bounded.ts';
import { pathCollectionPlural } from '#rules/openapi/path-collection-plural.ts';
import { rateLimitRetryAfter } from '#rules/openapi/rate-limit-retry-after.ts';
import { referenceResolves } from '#rules/openapi/reference-resolves.ts';
import { securitySchemeDefined } from '#rules/openapi/security-scheme-defined.ts';
import { foreignKeyRelated } from '#rules/prisma/foreign-key-related.ts';
import { indexNotRedundant } from '#rules/prisma/index-not-redundant.ts';
import { softDeleteUnique } from '#rules/prisma/soft-delete-unique.ts';
import { type Files, reviewFiles } from './check-rule.ts';

function told(rule: Rule, files: Files): readonly string[] {
  return [...reviewFiles(files, [rule]).files.values()].flatMap(({ findings }) =>
    findings.map(({ message }) => message),
  );
}

describe('what is told of several places', () => {
  it('is one page size, whatever its default and text', () => {
    const limit = (more: string): string =>
      `get: { parameters: [{ name: limit, in: query, schema: { type: integer${more} } }], responses: {} }`;
    const text = `openapi: 3.1.0
paths:
  /orders: { ${limit(', default: 20')} }
  /users: { ${limit(', default: 50, description: Items per page.')} }
  /invoices: { ${limit('')} }
`;
    assert.deepEqual(told(pageSizeBounded, { 'openapi.yaml': text }), [
      'The page size “limit” has no maximum at 3 places.',
    ]);
  });

  it('is one scheme that requirements name and nothing defines, and each other one', () => {
    const get = (name: string): string => `get: { security: [{ ${name}: [] }], responses: {} }`;
    const text = `openapi: 3.1.0
paths:
  /orders: { ${get('oauth')} }
  /users: { ${get('basic')} }
  /invoices: { ${get('oauth')} }
`;
    assert.deepEqual(told(securitySchemeDefined, { 'openapi.yaml': text }), [
      '2 requirements name the security scheme “oauth”, which is not defined.',
      'The security scheme “basic” is not defined.',
    ]);
  });

  it('is one decision about unique keys of rows that are deleted softly', () => {
    const model = (name: string): string =>
      `model ${name} {\n  id Int @id\n  name String @unique\n  deletedAt DateTime?\n}\n`;
    assert.deepEqual(told(softDeleteUnique, { 'schema.prisma': model('Role') + model('Team') }), [
      '2 unique keys count soft-deleted rows, too.',
    ]);
  });

  it('is one decision about relations, and one about indexes, of a schema', () => {
    const model = (name: string): string =>
      `model ${name} {\n  id Int @id\n  siteId Int\n  text String\n  @@index([siteId])\n  @@index([siteId, text])\n}\n`;
    const schema = `model Site {\n  id Int @id\n  name String\n}\n${model('Page')}${model('Menu')}`;
    assert.deepEqual(told(foreignKeyRelated, { 'schema.prisma': schema }), [
      '2 columns look like foreign keys, but have no relation.',
    ]);
    assert.deepEqual(told(indexNotRedundant, { 'schema.prisma': schema }), [
      '2 indexes are not needed: another one of the same model finds the same rows.',
    ]);
  });

  it('is one habit of pages that are limited in texts only', () => {
    const limit = (name: string, text: string): string =>
      `get: { parameters: [{ name: ${name}, in: query, description: ${text}, schema: { type: integer } }, { name: page, in: query }], responses: {} }`;
    const text = `openapi: 3.1.0
paths:
  /orders: { ${limit('limit', 'At most 50.')} }
  /users: { ${limit('size', 'Maximum 100.')} }
`;
    assert.deepEqual(told(pageSizeBounded, { 'openapi.yaml': text }), [
      '2 page sizes have their maximum in the text only.',
    ]);
  });

  it('is one decision about the names of collections, however many are plural', () => {
    const text = `openapi: 3.1.0
paths:
  /user: { get: {} }
  /user/{id}: { get: {} }
  /order/: { get: {} }
  /order/{id}: { get: {} }
  /teams: { get: {} }
  /teams/{id}: { get: {} }
`;
    assert.deepEqual(told(pathCollectionPlural, { 'openapi.yaml': text }), [
      '2 collections are named in the singular.',
    ]);
  });

  it('is one folder none of whose files is there, and each file that is missed beside others', () => {
    const files = {
      'openapi.yaml': `openapi: 3.1.0
paths:
  /orders: { get: { $ref: resources/orders/list.yaml }, post: { $ref: resources/orders/create.yaml } }
  /users: { get: { $ref: resources/users/list.yaml }, post: { $ref: paths/create-user.yaml } }
  /teams: { get: { $ref: paths/teams.yaml }, post: { $ref: paths/create-team.yaml } }
  /shops: { get: { $ref: shops/list.yaml }, post: { $ref: shops/list.yaml } }
`,
      'paths/create-user.yaml': `responses:
  '200':
    description: A
    content: { application/json: { schema: { $ref: ../schemas/user.yaml }, example: { $ref: ../schemas/x.yaml } } }
  '201': { description: B, content: { application/json: { schema: { $ref: ../schemas/users.yaml } } } }
`,
    };
    assert.deepEqual(told(referenceResolves, files), [
      '3 references lead to files in “resources”, none of which is there.',
      '“paths/teams.yaml” leads nowhere: there is no file “paths/teams.yaml” here. Correct it, or add what it names.',
      '“paths/create-team.yaml” leads nowhere: there is no file “paths/create-team.yaml” here. Correct it, or add what it names.',
      '2 references lead to “shops/list.yaml”, a file that is not there.',
      '2 references lead to files in “../schemas”, none of which is there.',
    ]);
  });

  it('names a shared response by its file', () => {
    const files = {
      'openapi.yaml': `openapi: 3.1.0
paths:
  /orders:
    get: { responses: { '429': { $ref: busy.yaml } } }
`,
      'busy.yaml': 'description: Too many requests.\n',
    };
    assert.deepEqual(told(rateLimitRetryAfter, files), [
      'The shared 429 response “busy.yaml” documents no Retry-After header.',
    ]);
  });
});
