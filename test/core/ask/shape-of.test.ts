import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { definitionOf } from '#core/ask/definition-of.ts';
import { shapeOf } from '#core/ask/shape-of.ts';
import { readMarkedFiles } from './marked-files.ts';

const head = "openapi: 3.1.0\ninfo: {title: Shop, version: '1'}\n";

/** The shape of what the text at the cursor leads to: its name and what it is, then its lines. */
function shapeIn(files: string | { readonly [name: string]: string }): readonly string[] {
  const { workspace, uri, offset } = readMarkedFiles(typeof files === 'string' ? { 'api.yaml': files } : files);
  const target = definitionOf(workspace, uri, offset)?.targets[0];
  const shape = target && shapeOf(workspace, target);
  return shape === undefined ? [] : [`${shape.name}: ${shape.what}`, ...shape.lines];
}

describe('shapeOf, in a description', () => {
  it('lists the properties of a schema with their types, and marks those that are required', () => {
    assert.deepEqual(
      shapeIn(`${head}components:
  schemas:
    A: {$ref: '#/components/schemas/¦Order'}
    Order:
      required: [id]
      allOf: [{$ref: '#/components/schemas/Base'}]
      properties:
        id: {type: string, format: uuid}
        items: {type: array, items: {$ref: '#/components/schemas/Item'}}
        state: {enum: [open, paid]}
        note: {type: [string, 'null']}
        of: {oneOf: [{$ref: '#/components/schemas/A'}, {type: integer}]}
        any: {}
    Base: {type: object, required: [at], properties: {at: {type: string, format: date-time}}}
    Item: {type: object}
`),
      [
        'Order: object',
        'id*: string (uuid)',
        'items: Item[]',
        'state: "open" | "paid"',
        'note: string | null',
        'of: A | integer',
        'any: any',
        'at*: string (date-time)',
      ],
    );
  });

  it('says of other schemas what they are, through further references', () => {
    const shape = (schema: string) =>
      shapeIn(
        `${head}components: {schemas: {A: {$ref: '#/components/schemas/¦B'}, B: ${schema}, C: {type: integer}}}\n`,
      );
    assert.deepEqual(shape('{type: string, format: date}'), ['B: schema', 'string (date)']);
    assert.deepEqual(shape("{$ref: '#/components/schemas/C'}"), ['B: schema', 'integer']);
    assert.deepEqual(shape('{type: array, items: {anyOf: [{type: string}, {type: integer}]}}'), [
      'B: schema',
      '(string | integer)[]',
    ]);
    assert.deepEqual(shape("{oneOf: [{$ref: '#/components/schemas/C'}, {type: string}]}"), [
      'B: one of',
      'C',
      'string',
    ]);
    assert.deepEqual(shape('{type: array, items: {required: [a], properties: {a: {type: string}}}}'), [
      'B: list of objects',
      'a*: string',
    ]);
    assert.deepEqual(shape('{enum: [a, b, c, d, e]}'), ['B: schema', '"a" | "b" | "c" | "d" | …']);
  });

  it('says what parameters, responses, bodies, headers, paths and operations are made of', () => {
    const components = `components:
  parameters: {Limit: {name: limit, in: query, schema: {type: integer, format: int32}}}
  responses: {Found: {description: "It is there.\\nMore.", content: {application/json: {schema: {$ref: '#/components/schemas/A'}}}}}
  requestBodies: {New: {required: true, content: {application/json: {schema: {type: object}}}}}
  headers: {Left: {schema: {type: integer}}}
  schemas: {A: {type: object}}
`;
    const use = (text: string) => shapeIn(`${head}paths: {/a: {post: {operationId: makeA, ${text}}}}\n${components}`);
    assert.deepEqual(use("parameters: [{$ref: '#/components/parameters/¦Limit'}]"), [
      'Limit: parameter in query',
      'limit: integer (int32)',
    ]);
    assert.deepEqual(use("responses: {'200': {$ref: '#/components/responses/¦Found'}}"), [
      'Found: response',
      'description: It is there.',
      'application/json: A',
    ]);
    assert.deepEqual(use("requestBody: {$ref: '#/components/requestBodies/¦New'}"), [
      'New: request body, required',
      'application/json: object',
    ]);
    assert.deepEqual(use("responses: {'200': {description: x, headers: {L: {$ref: '#/components/headers/¦Left'}}}}"), [
      'Left: header',
      'integer',
    ]);
    const body = "requestBody: {$ref: '#/components/requestBodies/New'}";
    assert.deepEqual(use(`${body}, responses: {'200': {description: x, links: {l: {operationId: ¦makeA}}}}`), [
      'makeA: operation',
      'POST /a',
      'makeA',
      'body application/json: object',
      '200',
    ]);
    const files = {
      'api.yaml': `${head}paths: {/a: {$ref: ¦a.yaml}}\n`,
      'a.yaml': 'get: {summary: All, responses: {}}\n',
    };
    assert.deepEqual(shapeIn(files), ['a: path', 'get: All']);
  });

  it('shows the text of what is no more than that', () => {
    assert.deepEqual(
      shapeIn(
        `${head}paths: {/a: {get: {tags: [¦A], responses: {}}}}\ntags:\n  - name: A\n    description: What there is\n`,
      ),
      ['A: tag', 'name: A', 'description: What there is'],
    );
    assert.deepEqual(
      shapeIn(`${head}security: [{¦key: []}]\ncomponents: {securitySchemes: {key: {type: apiKey, in: header}}}\n`),
      ['key: security scheme', 'key: {type: apiKey, in: header}'],
    );
    assert.deepEqual(
      shapeIn(`${head}security: [{¦key: []}]
components:
  securitySchemes:
    key:
      type: http
      scheme: bearer
`),
      ['key: security scheme', 'key:', '  type: http', '  scheme: bearer'],
    );
  });
});

describe('shapeOf, in a Prisma schema', () => {
  it('lists fields and values as they are written', () => {
    const schema = `model Post {
  id     Int   @id
  role   Role¦
  author User  @relation(fields: [id], references: [id])
}

enum Role {
  ADMIN
  USER  @map("user")
}

model User {
  id    Int    @id
  posts Post[]

  @@map("users")
}
`;
    const shape = (text: string) => shapeIn({ 'schema.prisma': text });
    assert.deepEqual(shape(schema), ['Role: enum', 'ADMIN', 'USER @map("user")']);
    const user = schema.replace('¦', '').replace('User  @r', 'Us¦er  @r');
    assert.deepEqual(shape(user), ['User: model', 'id Int @id', 'posts Post[]', '@@map("users")']);
    const field = schema.replace('¦', '').replace('references: [', 'references: [¦');
    assert.deepEqual(shape(field), ['id: field of User', 'id Int @id']);
  });

  it('shows the block that a qualified type names', () => {
    const schema = `// use prisma-8
model User {
  id Int @id
}

namespace auth {
  model User {
    name  String
  }
}

model Post {
  user auth.Us¦er
}
`;
    assert.deepEqual(shapeIn({ 'schema.prisma': schema }), ['User: model', 'name String']);
  });

  it('shows what a named type stands for', () => {
    const schema =
      '// use prisma-8\ntypes {\n  Email  =  String @db.VarChar(191)\n}\n\nmodel User {\n  email Ema¦il\n}\n';
    assert.deepEqual(shapeIn({ 'schema.prisma': schema }), ['Email: named type', 'Email = String @db.VarChar(191)']);
    const block =
      '// use prisma-8\nnative_enum Level {\n  low   = "l"\n\n  high\n}\n\nmodel User {\n  level Le¦vel\n}\n';
    assert.deepEqual(shapeIn({ 'schema.prisma': block }), ['Level: native_enum', 'low = "l"', 'high']);
  });
});
