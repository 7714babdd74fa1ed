import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import { levelsWithin, type PlacedSymbol } from '#core/ask/placed-symbol.ts';
import { sectionSymbols } from '#core/ask/section-symbols.ts';
import { symbolsOf } from '#core/ask/symbols-of.ts';
import { documentsOfKind } from '#core/project/document-of-kind.ts';
import type { Workspace } from '#core/project/workspace.ts';
import { finish } from '#core/work/steps.ts';
import { corpus, describeOnCorpus } from '../../support/corpus.ts';
import { assertSound, symbolLines, workspaceOf } from './symbol-lines.ts';

const api = `openapi: 3.1.0
info: {title: Shop, version: '1'}
servers:
  - url: https://api.example.com
tags:
  - name: orders
paths:
  /orders/{id}:
    parameters:
      - {name: id, in: path, schema: {type: string, format: uuid}}
    get:
      operationId: getOrder
      summary: One order
      parameters:
        - $ref: '#/components/parameters/Fields'
      responses:
        '200':
          description: The order
          content: {application/json: {schema: {$ref: '#/components/schemas/Order'}}}
        '404': {$ref: '#/components/responses/Missing'}
    put:
      summary: Replaces it
      deprecated: true
      requestBody: {content: {application/json: {}}}
      callbacks:
        done:
          '{$request.body#/url}':
            post: {responses: {'204': {description: ok}}}
webhooks:
  orderPaid:
    post: {responses: {'204': {description: ok}}}
components:
  parameters:
    Fields: {name: fields, in: query, schema: {type: string}}
  responses:
    Missing: {description: none}
  schemas:
    Order:
      allOf:
        - type: object
          properties:
            id: {type: string}
            lines: {type: array, items: {type: object, properties: {sku: {type: [string, 'null'], deprecated: true}}}}
      properties:
        state: {$ref: '#/components/schemas/State'}
    State: {type: string, enum: [open, closed]}
  securitySchemes:
    bearer: {type: http, scheme: bearer}
x-owner: shop team
`;

const apiLines = `key openapi: 3.1.0
info info: Shop 1
group servers
  server https://api.example.com
group tags
  tag orders
group paths
  path /orders/{id}
    parameter id: path, string (uuid)
    operation GET /orders/{id}: getOrder
      parameter Fields: $ref
      response 200: The order
      response 404: → Missing
    operation PUT /orders/{id}: Replaces it (deprecated)
      request-body requestBody: application/json
      callback done
        callback {$request.body#/url}
          operation POST {$request.body#/url}
            response 204: ok
group webhooks
  webhook orderPaid
    operation POST orderPaid
      response 204: ok
group components
  group parameters
    parameter Fields: query, string
  group responses
    response Missing
  group schemas
    schema Order: allOf
      property id: string
      property lines: object[]
        property sku: string | null (deprecated)
      property state: → State
    enum State: string
  group securitySchemes
    security-scheme bearer: http, bearer
key x-owner: shop team`.split('\n');

function spansOf(symbols: readonly PlacedSymbol[]): readonly unknown[] {
  return symbols.map(({ symbol, span, nameSpan, children }) => [symbol.name, span, nameSpan, spansOf(children)]);
}

describe('symbolsOf', () => {
  it('tells the parts of a description', () => {
    assert.deepEqual(symbolLines({ 'api.yaml': api }), apiLines);
  });

  it('tells the same of JSON, and where a file is one section', async () => {
    const { parse } = await import('yaml');
    const value = parse(api);
    assert.deepEqual(symbolLines({ 'api.json': JSON.stringify(value, undefined, 2) }), apiLines);
    assert.deepEqual(symbolLines({ 'api.json': JSON.stringify(value) }), apiLines);
    // An anchor that is used in another section: the file is not cut.
    const anchored = api.replace("info: {title: Shop, version: '1'}", "info: &info {title: Shop, version: '1'}");
    assert.deepEqual(symbolLines({ 'api.yaml': `${anchored}x-info: *info\n` }), [...apiLines, 'key x-info']);
  });

  it('knows Swagger 2.0 and what is new in OpenAPI 3.2', () => {
    const swagger = `swagger: '2.0'
paths:
  /orders:
    post:
      parameters:
        - {in: body, name: order, schema: {$ref: '#/definitions/Order'}}
definitions:
  Order: {type: object, properties: {id: {type: integer, format: int64}}}
securityDefinitions:
  key: {type: apiKey, in: header, name: X-Key}
`;
    assert.deepEqual(symbolLines({ 'api.yaml': swagger }), [
      'key swagger: 2.0',
      'group paths',
      '  path /orders',
      '    operation POST /orders',
      '      parameter order: body, → Order',
      'group definitions',
      '  schema Order: object',
      '    property id: integer (int64)',
      'group securityDefinitions',
      '  security-scheme key: apiKey, X-Key',
    ]);
    const newer = `openapi: 3.2.0
paths:
  /orders:
    query: {operationId: searchOrders}
    additionalOperations:
      COPY: {operationId: copyOrders}
`;
    assert.deepEqual(symbolLines({ 'api.yaml': newer }).slice(2), [
      '  path /orders',
      '    operation QUERY /orders: searchOrders',
      '    operation COPY /orders: copyOrders',
    ]);
  });

  it('tells of a file that references lead into what they lead to, by the name it has there', () => {
    const root = `openapi: 3.1.0
paths:
  /orders: {$ref: orders.yaml}
  /items:
    get: {$ref: 'operations.yaml#/list'}
components:
  schemas:
    Order: {$ref: 'schemas.yaml#/definitions/Order'}
    Line: {$ref: Line.yaml}
`;
    const files = {
      'api.yaml': root,
      'orders.yaml': 'get:\n  operationId: listOrders\n',
      'operations.yaml': 'list: {summary: All items}\nunused: {}\n',
      'schemas.yaml':
        'note: for all\ndefinitions:\n  Order: {type: object, properties: {id: {type: string}}}\n  Other: {}\n',
      'Line.yaml': 'type: object\nproperties:\n  sku: {type: string}\n',
      'alone.yaml': 'type: object\n',
      'plumbline.yaml': 'preset: strict\n',
    };
    const linesOf = (name: keyof typeof files) => symbolLines({ [name]: files[name], ...files });
    assert.deepEqual(linesOf('orders.yaml'), ['path /orders', '  operation GET /orders: listOrders']);
    assert.deepEqual(linesOf('operations.yaml'), ['operation GET /items: All items', 'key unused']);
    assert.deepEqual(linesOf('schemas.yaml'), [
      'key note: for all',
      'group definitions',
      '  schema Order: object',
      '    property id: string',
      '  key Other',
    ]);
    assert.deepEqual(linesOf('Line.yaml'), ['schema Line: object', '  property sku: string']);
    assert.deepEqual(linesOf('alone.yaml'), []);
    assert.deepEqual(linesOf('plumbline.yaml'), []);
    assert.deepEqual(symbolLines(files).slice(2), [
      '  path /orders: → orders',
      '  path /items',
      '    operation GET /items: → list',
      'group components',
      '  group schemas',
      '    schema Order: → Order',
      '    schema Line: → Line',
    ]);
  });

  it('follows a $ref in place of a map of paths', () => {
    const files = {
      'paths.yaml': '/orders:\n  get: {operationId: listOrders}\n',
      'api.yaml': 'openapi: 3.1.0\npaths: {$ref: paths.yaml}\n',
    };
    assert.deepEqual(symbolLines(files), ['path /orders', '  operation GET /orders: listOrders']);
  });

  it('tells the blocks of a Prisma schema', () => {
    const schema = `datasource db {
  provider = "postgresql"
  url      = env("URL")
}

/// @deprecated use Customer
model User {
  id    Int     @id
  email String?
  @@unique([email, id])
  posts Post[]
  @@map("users")
  @@index(fields: [email])
}

view Recent {
  id Int
}

type Address {
  street String
}

enum Role {
  ADMIN @map("admin")
  USER
}
`;
    assert.deepEqual(symbolLines({ 'schema.prisma': schema }), [
      'datasource db: postgresql',
      '  setting provider',
      '  setting url',
      'model User (deprecated)',
      '  field id: Int',
      '  field email: String?',
      '  index @@unique: [email, id]',
      '  field posts: Post[]',
      '  index @@index: [email]',
      'view Recent',
      '  field id: Int',
      'type Address',
      '  field street: String',
      'prisma-enum Role',
      '  enum-value ADMIN: admin',
      '  enum-value USER',
    ]);
  });

  it('are those of namespaces of Prisma 8, in their namespaces', () => {
    const schema = `// use prisma-8
types {
  Email = String
}

model User {
  id Int @id
}

namespace auth {
  model User {
    id Int @id
  }

  enum Role {
    A = "a"
  }
}
`;
    assert.deepEqual(symbolLines({ 'schema.prisma': schema }), [
      'group types',
      '  type Email: String',
      'model User',
      '  field id: Int',
      'group auth',
      '  model User',
      '    field id: Int',
      '  prisma-enum Role',
      '    enum-value A: a',
    ]);
  });

  it('leaves out what stands elsewhere: aliases and merged entries', () => {
    const text = `openapi: 3.1.0
components:
  schemas:
    Base: &base
      type: object
      properties: &all
        id: {type: string}
    Copy: *base
    Mixed:
      <<: *base
      title: Mixed
    Same:
      properties: *all
`;
    assert.deepEqual(symbolLines({ 'api.yaml': text }).slice(3), [
      '    schema Base: object',
      '      property id: string',
      '    schema Copy',
      '    schema Mixed: object',
      '    schema Same',
    ]);
  });

  it('keeps the symbols of sections that did not change', () => {
    const section = (text: string) => {
      const [document] = documentsOfKind(workspaceOf({ 'api.yaml': text }), 'tree');
      const found = document?.sections.find(({ pointer }) => pointer.at(-1) === 'State');
      assert.ok(found !== undefined);
      return found;
    };
    const state = section(api);
    assert.equal(sectionSymbols(state), sectionSymbols(state));
    assert.notEqual(sectionSymbols(state), sectionSymbols(section(api)));
  });

  it('tells the same after an edit as from scratch', () => {
    const edited = api.replace('/orders/{id}:', '/purchases/{id}:').replace('    State:', '    # Ours\n    State:');
    const before = workspaceOf({ 'api.yaml': api });
    finish(symbolsOf('file:///w/api.yaml', before));
    const told = (previous?: Workspace) => {
      return spansOf(finish(symbolsOf('file:///w/api.yaml', workspaceOf({ 'api.yaml': edited }, previous))));
    };
    assert.deepEqual(told(before), told());
  });

  it('makes no more levels than are asked for', () => {
    const symbols = finish(symbolsOf('file:///w/api.yaml', workspaceOf({ 'api.yaml': api })));
    const levels = (most: number) => finish(levelsWithin(symbols, most));
    assert.equal(symbols.length, 8);
    assert.equal(levels(7), 1);
    assert.equal(levels(15), 1);
    assert.equal(levels(16), 2);
    assert.equal(levels(1000), 7);
  });
});

describeOnCorpus('the symbols of real files', () => {
  it('stand within each other, in text order', () => {
    let count = 0;
    for (const path of readdirSync(corpus, { recursive: true, encoding: 'utf8' })) {
      if (!/\.(?:ya?ml|json|prisma)$/.test(path)) continue;
      const file = join(corpus, path);
      if (!statSync(file).isFile() || statSync(file).size > 100_000 || count === 100) continue;
      const text = readFileSync(file, 'utf8');
      const name = path.endsWith('.prisma') ? 'a.prisma' : path.endsWith('.json') ? 'a.json' : 'a.yaml';
      const symbols = finish(symbolsOf(`file:///w/${name}`, workspaceOf({ [name]: text })));
      assertSound(symbols, { start: 0, end: text.length }, text);
      if (symbols.length > 0) count++;
    }
    assert.ok(count > 50, `${count}`);
  });
});
