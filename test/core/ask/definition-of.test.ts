import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { definitionOf } from '#core/ask/definition-of.ts';
import { readMarkedFiles } from './marked-files.ts';

/** Goes from the cursor to what is marked. */
function leads(files: { readonly [name: string]: string }): void {
  const { workspace, uri, offset, marked, shown } = readMarkedFiles(files);
  const found = definitionOf(workspace, uri, offset)?.targets ?? [];
  assert.deepEqual(found.map(({ uri: at, name }) => shown({ uri: at, span: name })).sort(), [...marked].sort());
}

const leadsIn = (text: string) => leads({ 'api.yaml': text });
const head = (version = '3.1.0') => `openapi: ${version}\ninfo: {title: Shop, version: '1'}\n`;

describe('definitionOf, in a description', () => {
  it('follows a $ref one step, from anywhere in it', () => {
    for (const use of [
      "'¦#/components/schemas/Order'",
      "'#/components/sch¦emas/Order'",
      "'#/components/schemas/Order'¦",
    ]) {
      leadsIn(`${head()}paths:
  /orders:
    get:
      responses:
        '200': {description: ok, content: {application/json: {schema: {$ref: ${use}}}}}
components:
  schemas:
    «Order»: {$ref: '#/components/schemas/Base'}
    Base: {type: object}
`);
    }
  });

  it('follows a $ref of 2.0, of JSON, through another one, to an anchor, and in an extension', () => {
    leadsIn(`swagger: '2.0'
paths:
  /a: {get: {responses: {'200': {$ref: '#/responses/¦Ok'}}}}
responses:
  «Ok»: {description: ok}
`);
    leads({
      'api.json': `{
  "openapi": "3.0.0",
  "paths": {"/a": {"get": {"parameters": [{"$ref": "#/components/para¦meters/Id"}]}}},
  "components": {"parameters": {«"Id"»: {"name": "id", "in": "query"}}}
}`,
    });
    leadsIn(`${head()}components:
  schemas:
    A: {$ref: '#/components/schemas/B/properties/na¦me'}
    B: {$ref: '#/components/schemas/C'}
    C: {properties: {«name»: {type: string}}}
`);
    leadsIn(`${head()}components:
  schemas:
    A: {$ref: '#¦it'}
    «B»: {$anchor: it}
`);
    leadsIn(`${head()}x-shared: {$ref: '#/components/schemas/¦B'}\ncomponents: {schemas: {«B»: {type: string}}}\n`);
  });

  it('goes to other files, whole or in part, and from there', () => {
    leads({
      'api.yaml': `${head()}paths:\n  /a: {$ref: 'paths/¦a.yaml'}\n`,
      'paths/a.yaml': "«get»:\n  responses: {'200': {$ref: '../common.yaml#/responses/Ok'}}\n",
    });
    leads({
      'api.yaml': `${head()}paths:\n  /a: {$ref: 'paths/a.yaml'}\n`,
      'paths/a.yaml': "get:\n  responses: {'200': {$ref: '../common.yaml#/respons¦es/Ok'}}\n",
      'common.yaml': 'responses:\n  «Ok»: {description: ok}\n',
    });
    leads({
      'api.yaml': `${head()}paths:\n  /a: {$ref: 'a.yaml'}\ncomponents: {schemas: {«B»: {}}}\n`,
      'a.yaml': "get: {responses: {'200': {$ref: 'api.yaml#/components/schemas/¦B'}}}\n",
    });
  });

  it('goes nowhere from what leads nowhere, to another host, or from data', () => {
    leadsIn(`${head()}components: {schemas: {A: {$ref: '#/components/schemas/¦B'}}}\n`);
    leadsIn(`${head()}components: {schemas: {A: {$ref: 'missing.yaml#/¦B'}}}\n`);
    leadsIn(`${head()}components: {schemas: {A: {$ref: 'https://a.example/b.yaml#/¦B'}}}\n`);
    leadsIn(`${head()}components: {schemas: {A: {example: {$ref: '#/components/schemas/¦B'}}, B: {}}}\n`);
    leadsIn(`${head()}components: {examples: {A: {dataValue: {$ref: '#/components/schemas/¦B'}}}, schemas: {B: {}}}\n`);
    leadsIn(`${head()}components: {schemas: {A: {type: ob¦ject}, object: {}}}\n`);
  });

  it('goes to a property through any number of schemas, and through a circle of them', () => {
    const names = Array.from({ length: 20_000 }, (_, index) => `S${index}`);
    const chain = names.map((name, index) => `    ${name}: {allOf: [{$ref: '#/components/schemas/S${index + 1}'}]}\n`);
    const last = '    Last: {properties: {«id»: {type: string}}}\n';
    const circle =
      '    A: {allOf: [{$ref: "#/components/schemas/B"}]}\n    B: {allOf: [{$ref: "#/components/schemas/A"}, {$ref: "#/components/schemas/Last"}], required: [¦id]}\n';
    leadsIn(`${head()}components:\n  schemas:\n${circle}${last}`);
    // Nobody looks so far.
    leadsIn(
      `${head()}components:\n  schemas:\n${chain.join('')}    S20000: {properties: {id: {}}}\n    From: {allOf: [{$ref: '#/components/schemas/S0'}], required: [i¦d]}\n`,
    );
  });

  it('goes from a mapping to the schema, by its name or by a reference', () => {
    const document = (mapping: string) => `${head()}components:
  schemas:
    Pet: {discriminator: {propertyName: kind, mapping: {cat: ${mapping}}}}
    «Cat»: {type: object}
`;
    leadsIn(document('¦Cat'));
    leadsIn(document("'#/components/schemas/¦Cat'"));
    leads({ 'api.yaml': document('cat.yaml#/C¦at').replace(/[«»]/g, ''), 'cat.yaml': 'Cat: {type: object}\n' });
  });

  it('goes from a link to the operation', () => {
    const document = (link: string, id: string, key: string) => `${head()}paths:
  /users/{id}:
    ${key}:
      operationId: ${id}
      responses: {'200': {description: ok}}
  /users:
    post:
      responses:
        '201':
          description: made
          links:
            self: {${link}}
`;
    leadsIn(document('operationId: get¦User', '«getUser»', 'get'));
    leadsIn(document("operationRef: '#/paths/~1users~1{id}/¦get'", 'getUser', '«get»'));
    leadsIn(document('operationId: get¦Users', 'getUser', 'get'));
    leadsIn(`${head()}paths:
  /a: {get: {operationId: «getA», responses: {}}}
components: {links: {A: {operationId: ¦getA}}}
`);
  });

  it('goes from tags to where they are described', () => {
    const document = (more: string) => `${head()}tags:
  - name: «Orders»
    description: What was bought
  - name: Users
${more}`;
    leadsIn(document('paths: {/orders: {get: {tags: [Users, Ord¦ers], responses: {}}}}\n'));
    leadsIn(document('x-tagGroups: [{name: Shop, tags: [¦Orders]}]\n'));
    leadsIn(`${head('3.2.0')}tags: [{name: «A»}, {name: B, parent: ¦A}]\n`);
    leads({
      'api.yaml': `${head()}tags: [{name: «A»}]\npaths: {/a: {$ref: a.yaml}}\n`,
      'a.yaml': 'get:\n  tags: [¦A]\n  responses: {}\n',
    });
    leadsIn(document('components: {schemas: {A: {properties: {tags: {enum: [¦Orders]}}}}}\n').replace(/[«»]/g, ''));
  });

  it('goes from requirements to security schemes, and from scopes to what declares them', () => {
    const scheme = (name: string, scope: string) => `components:
  securitySchemes:
    ${name}:
      type: oauth2
      flows:
        clientCredentials: {tokenUrl: /t, scopes: {${scope}: Read, write: Write}}
        implicit: {authorizationUrl: /a, scopes: {${scope}: Read}}
`;
    leadsIn(`${head()}security: [{o¦auth: [read]}]\n${scheme('«oauth»', 'read')}`);
    leadsIn(`${head()}security: [{oauth: [re¦ad]}]\n${scheme('oauth', '«read»')}`);
    leadsIn(`${head()}paths: {/a: {get: {security: [{¦oauth: []}], responses: {}}}}\n${scheme('«oauth»', 'read')}`);
    leadsIn(`${head()}security: [{oauth: [ad¦min]}]\n${scheme('oauth', 'read')}`);
    leadsIn(`swagger: '2.0'
security: [{auth: [¦read]}]
securityDefinitions: {auth: {type: oauth2, flow: implicit, scopes: {«read»: Read}}}
`);
  });

  it('goes from a required name to the property', () => {
    const schemas = (text: string) => leadsIn(`${head()}components:\n  schemas:\n${text}`);
    schemas('    A: {required: [¦id], properties: {«id»: {type: string}}}\n');
    schemas(
      "    A:\n      required: [¦id]\n      allOf: [{$ref: '#/components/schemas/B'}]\n    B: {properties: {«id»: {}}}\n",
    );
    schemas(
      "    A:\n      allOf: [{$ref: '#/components/schemas/B'}, {required: [¦id]}]\n    B: {properties: {«id»: {}}}\n",
    );
    schemas('    A:\n      properties: {a: {}, «b»: {}}\n      anyOf: [{required: [a]}, {required: [¦b]}]\n');
    schemas('    A: {required: [¦id], properties: {name: {}}}\n');
    schemas('    A: {discriminator: {propertyName: ¦kind}, properties: {«kind»: {}}}\n');
    schemas(
      "    A: {discriminator: {propertyName: ¦kind}, oneOf: [{$ref: '#/components/schemas/B'}, {properties: {«kind»: {}}}]}\n    B: {properties: {«kind»: {}}}\n",
    );
    schemas("    A: {allOf: [{$ref: '#/components/schemas/A'}], required: [¦id]}\n");
  });

  it('goes from a parameter in a path to those of its path item and operations', () => {
    leadsIn(`${head()}paths:
  /orders/{orderId}/items/{item¦Id}:
    parameters:
      - {name: orderId, in: path, required: true}
    get:
      parameters: [{name: «itemId», in: path, required: true}, {name: itemId, in: query}]
      responses: {}
    delete:
      parameters: [{$ref: '#/components/parameters/Item'}]
      responses: {}
components:
  parameters:
    Item: {name: «itemId», in: path, required: true}
`);
    leads({
      'api.yaml': `${head()}paths:\n  '/a/{¦id}': {$ref: a.yaml}\n`,
      'a.yaml': 'parameters: [{name: «id», in: path}]\nget: {responses: {}}\n',
    });
    leads({
      'api.yaml': `${head()}paths: {$ref: paths.yaml}\n`,
      'paths.yaml': '/a/{¦id}:\n  get: {parameters: [{name: «id», in: path}], responses: {}}\n',
    });
    leads({
      'api.yaml': `${head()}paths:\n  '/a/{¦id}':\n    get: {$ref: get.yaml}\n`,
      'get.yaml': 'parameters: [{name: «id», in: path}]\nresponses: {}\n',
    });
    leads({
      'api.json': '{"swagger": "2.0", "paths": {"/a/{¦id:[0-9]+}": {"parameters": [{"name": «"id"», "in": "path"}]}}}',
    });
  });

  it('reads JSON on one line, CRLF, escapes, anchors across sections, and what is around a broken place', () => {
    leads({
      'api.json':
        '{"openapi":"3.1.0","paths":{"/a":{"get":{"responses":{"200":{"$ref":"#\\/components\\/respon¦ses\\/Ok"}}}}},"components":{"responses":{«"Ok"»:{"description":"ok"}}}}',
    });
    leadsIn(
      `${head()}components:\n  schemas:\n    A: {$ref: '#/components/schemas/¦B'}\n    «B»: {type: string}\n`.replaceAll(
        '\n',
        '\r\n',
      ),
    );
    leadsIn(`${head()}components: {schemas: {A: {$ref: "#/components/schemas/\\u0042¦"}, «B»: {}}}\n`);
    leadsIn(`${head()}components: {schemas: {A: {$ref: '#/components/schemas/B%20¦C'}, «B C»: {}}}\n`);
    leadsIn(`${head()}x-a: &a {type: object}
paths:
  /a/{i¦d}: {parameters: [{name: «id», in: path}]}
components:
  schemas: {A: *a}
`);
    leadsIn(
      `${head()}components:\n  schemas:\n    A:\n      $ref: '#/components/schemas/¦B'\n      type: [\n    «B»: {type: string}\n`,
    );
  });

  it('follows references in all places that the specification has, in every version', () => {
    const cases = [
      ['requestBodies', '3.0.3', "post: {requestBody: {$ref: '#/components/requestBodies/¦A'}, responses: {}}"],
      ['callbacks', '3.0.3', "post: {callbacks: {done: {$ref: '#/components/callbacks/¦A'}}, responses: {}}"],
      ['links', '3.0.3', "get: {responses: {'200': {description: x, links: {a: {$ref: '#/components/links/¦A'}}}}}"],
      [
        'examples',
        '3.1.0',
        "get: {responses: {'200': {content: {a/b: {examples: {a: {$ref: '#/components/examples/¦A'}}}}}}}",
      ],
      ['headers', '3.1.0', "get: {responses: {'200': {headers: {A: {$ref: '#/components/headers/¦A'}}}}}"],
      ['pathItems', '3.1.0', "$ref: '#/components/pathItems/¦A'"],
      ['mediaTypes', '3.2.0', "get: {responses: {'200': {content: {a/b: {$ref: '#/components/mediaTypes/¦A'}}}}}"],
    ] as const;
    for (const [container, version, pathItem] of cases) {
      leadsIn(`${head(version)}paths:\n  /a: {${pathItem}}\ncomponents:\n  ${container}:\n    «A»: {description: x}\n`);
    }
    leadsIn(`${head()}webhooks: {made: {post: {tags: [¦A], responses: {}}}}\ntags: [{name: «A»}]\n`);
    leadsIn(`swagger: '2.0'
paths: {/a: {get: {parameters: [{$ref: '#/parameters/¦Id'}], responses: {}}}}
parameters: {«Id»: {name: id, in: query, type: string}}
`);
    leadsIn(`swagger: '2.0'\ndefinitions: {A: {discriminator: ¦kind, properties: {«kind»: {type: string}}}}\n`);
  });

  it('goes to the schema that an $id names', () => {
    leadsIn(`${head()}components: {schemas: {A: {$ref: ./b.json¦}, «B»: {$id: ./b.json, type: object}}}\n`);
  });

  it('follows a $dynamicRef, and anchors below an $id', () => {
    leadsIn(
      `${head()}components: {schemas: {A: {items: {$dynamicRef: '#no¦de'}}, «B»: {$dynamicAnchor: node, type: object}}}\n`,
    );
    leadsIn(
      `${head()}components: {schemas: {A: {$ref: './b.json#in¦ner'}, B: {$id: ./b.json, $defs: {«C»: {$anchor: inner}}}}}\n`,
    );
  });

  it('goes from a file that two descriptions share to the parts of both', () => {
    const root = (tag: string) => `${head()}tags: [{name: «A»}]\npaths: {/${tag}: {$ref: shared.yaml}}\n`;
    leads({ 'one.yaml': root('one'), 'two.yaml': root('two'), 'shared.yaml': 'get:\n  tags: [¦A]\n  responses: {}\n' });
  });

  it('answers in a copy of a description, too', () => {
    const text = `${head()}components: {schemas: {A: {$ref: '#/components/schemas/B'}, B: {}}}\n`;
    leads({ 'a/api.yaml': text, 'b/api.yaml': text.replace("s/B'", "s/¦B'").replace('B: {', '«B»: {') });
  });
});

describe('definitionOf, in a Prisma schema', () => {
  const leadsInPrisma = (text: string) => leads({ 'schema.prisma': text });

  it('goes from types to models, views, enums and composite types, in other files, too', () => {
    leadsInPrisma('model Post {\n  id Int @id\n  author Us¦er[]\n}\n\nmodel «User» {\n  id Int @id\n}\n');
    leadsInPrisma('model Post {\n  role Role¦?\n}\n\nenum «Role» {\n  A\n}\n');
    leadsInPrisma('model Post {\n  stats ¦Stats?\n}\n\nview «Stats» {\n  id Int @unique\n}\n');
    leadsInPrisma('type Photo {\n  size ¦Size\n}\n\ntype «Size» {\n  width Int\n}\n');
    leads({
      'prisma/schema/a.prisma': 'datasource db {\n  provider = "postgresql"\n}\n\nmodel A {\n  b ¦B\n}\n',
      'prisma/schema/b.prisma': 'model «B» {\n  id Int @id\n}\n',
    });
    leadsInPrisma('model Post {\n  id ¦Int @id\n  other Missing\n}\n');
  });

  it('goes from columns to fields', () => {
    const schema = (own: string, columns: string, other: string) => `model Post {
  id Int @id
  ${own} Int
  author User @relation(${columns})
  address Address

  @@index([id, authorId(sort: Desc)])
}

model User {
  ${other} Int @id
}

type Address {
  street String
}
`;
    leadsInPrisma(schema('«authorId»', 'fields: [author¦Id], references: [key]', 'key'));
    leadsInPrisma(schema('authorId', 'fields: [authorId], references: [k¦ey]', '«key»'));
    leadsInPrisma(schema('«authorId»', 'fields: [x], references: [key]', 'key').replace('authorId(', 'auth¦orId('));
    const nested = schema('authorId', '', 'key').replace('[id,', '[address.str¦eet,');
    leadsInPrisma(nested.replace('  street', '  «street»'));
    leadsInPrisma(
      schema('authorId', '', 'key').replace('[id,', '[addr¦ess.street,').replace('  address', '  «address»'),
    );
    leadsInPrisma('model A {\n  a Int\n  «b» Int\n\n  @@id([a, ¦b])\n}\n');
    leadsInPrisma('model A {\n  a Int\n\n  @@unique(fields: [a, ¦c])\n}\n');
  });

  it('goes from a default to the value of the enum', () => {
    leadsInPrisma('model A {\n  role Role @default(¦USER)\n}\n\nenum Role {\n  ADMIN\n  «USER»\n}\n');
  });
});

describe('definitionOf, in a Prisma 8 schema', () => {
  const leadsIn8 = (text: string, more: { readonly [name: string]: string } = {}) =>
    leads({ 'a.prisma': `// use prisma-8\n${text}`, ...more });
  const auth = (name: string) => `namespace auth {\n  model ${name} {\n    id Int @id\n  }\n}\n`;
  const model = (name: string, fields: string) => `model ${name} {\n  ${fields}\n}\n`;

  it('goes from a qualified type to the block of that namespace', () => {
    leadsIn8(model('Post', 'author auth.Us¦er?') + auth('«User»') + model('User', 'id Int @id'));
    leadsIn8(model('User', 'id Int @id') + auth('«User»') + model('Post', 'authors auth.¦User[]'));
    leadsIn8(model('Post', 'author auth.Us¦er') + auth('User').replaceAll('auth', 'audit') + auth('«User»'));
    leadsIn8(`${auth('A')}${auth('«User»')}${model('Post', 'author auth.User¦')}`);
    leadsIn8(`${model('Post', 'role auth.Ro¦le')}namespace auth {\n  enum «Role» {\n    A = "a"\n  }\n}\n`);
    leadsIn8(`${model('Post', 'at auth.Pla¦ce')}namespace auth {\n  type «Place» {\n    x Int\n  }\n}\n`);
    const folder = { 'prisma/schema/z.prisma': `// use prisma-8\n${auth('«User»')}` };
    leads({
      'prisma/schema/a.prisma': `// use prisma-8\n${model('Post', 'author auth.Us¦er')}datasource db {\n  provider = "postgresql"\n}\n`,
      ...folder,
    });
  });

  it('goes nowhere from what another contract, another namespace or a constructor is named by', () => {
    leadsIn8(model('Post', 'author supabase:auth.Us¦er') + auth('User') + model('User', 'id Int @id'));
    leadsIn8(model('Post', 'author supabase:Us¦er') + model('User', 'id Int @id'));
    leadsIn8(model('Post', 'author other.Us¦er') + auth('User') + model('User', 'id Int @id'));
    leadsIn8(model('Post', 'author a.auth.Us¦er') + auth('User'));
    leadsIn8(model('Post', 'vector auth.Us¦er(1536)') + auth('User'));
    leadsIn8(model('Post', 'vector Us¦er(1536)') + model('User', 'id Int @id'));
    leadsIn8(model('Post', 'author au¦th.User') + auth('User') + model('auth', 'id Int @id'));
  });

  it('goes from a bare type to its own namespace first, then to what stands in none', () => {
    const post = (user: string) =>
      `namespace auth {\n  model ${user} {\n    id Int @id\n  }\n  model Post {\n    author Us¦er\n  }\n}\n`;
    leadsIn8(model('User', 'id Int @id') + post('«User»'));
    leadsIn8(model('«User»', 'id Int @id') + post('Other'));
    leadsIn8(auth('User') + model('Post', 'author Us¦er') + model('«User»', 'id Int @id'));
  });

  it('goes from a bare type to another namespace only where nothing else may be meant', () => {
    const post = model('Post', 'author Us¦er');
    leadsIn8(post + auth('«User»'));
    leadsIn8(post + auth('User') + auth('User').replaceAll('auth', 'audit'));
    leadsIn8(`${post}${auth('User')}types {\n  «User» = String\n}\n`);
    leadsIn8(`${post}${auth('User')}policy «User» {\n  on = read\n}\n`);
  });

  it('goes from a type to the named type, from whatever namespace', () => {
    const types = (text: string) => `types {\n  ${text}\n}\n`;
    leadsIn8(model('User', 'email Ema¦il? @unique') + types('«Email» = String @db.VarChar(191)'));
    leadsIn8(`namespace auth {\n  model User {\n    emails Ema¦il[]\n  }\n}\n${types('A = Int\n  «Email» = String')}`);
    leadsIn8(model('User', 'email auth.Ema¦il') + types('Email = String') + auth('User'));
    leadsIn8(model('User', 'email Ema¦il(3)') + types('Email = String'));
    const folder = { 'prisma/schema/z.prisma': `// use prisma-8\n${types('«Email» = String')}` };
    leads({
      'prisma/schema/a.prisma': `// use prisma-8\n${model('User', 'email Ema¦il')}datasource db {\n  provider = "postgresql"\n}\n`,
      ...folder,
    });
  });

  it('goes from a named type to what it stands for, and from defaults through it', () => {
    const level = 'enum «Level» {\n  LOW = "l"\n}\n';
    const types = 'types {\n  Grade = Level @default(LOW)\n}\n';
    leadsIn8(level + types.replace('Level', 'Le¦vel'));
    leadsIn8(level.replace('«Level»', 'Level').replace('LOW', '«LOW»') + types.replace('(LOW', '(LO¦W'));
    const graded = model('A', 'grade Grade @default(LO¦W)');
    leadsIn8(graded + level.replace('«Level»', 'Level').replace('LOW', '«LOW»') + types);
    leadsIn8('types {\n  A = Str¦ing\n  B = VarCh¦ar(3)\n}\n'.replace('¦', ''));
  });

  it('goes from columns and defaults to what stands in the block that is meant', () => {
    const users = (id: string) =>
      `${model('User', 'key Int @id')}namespace auth {\n  model User {\n    ${id} Int @id\n  }\n}\n`;
    const relation = 'userId Int\n  user auth.User @relation(fields: [userId], references: [ke¦y])';
    leadsIn8(users('«key»') + model('Post', relation));
    leadsIn8(users('key') + model('Post', relation.replace('auth.', 'supabase:auth.')));
    leadsIn8(`${model('User', '«key» Int @id')}${auth('User')}${model('Post', relation.replace('auth.', ''))}`);
    const own = 'namespace auth {\n  model User {\n    «key» Int @id\n    @@index([k¦ey])\n  }\n}\n';
    leadsIn8(model('User', 'key Int @id') + own);
    leadsIn8(
      `enum Role {\n  USER = "u"\n}\nnamespace auth {\n  enum Role {\n    «USER» = "u"\n  }\n}\n${model('A', 'role auth.Role @default(US¦ER)')}`,
    );
  });
});
