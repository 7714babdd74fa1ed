import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { stop } from '#core/ask/complete/snippet.ts';
import { typedIn } from './typed-files.ts';

const shop = `openapi: 3.1.0
info:
  title: Shop
  version: 1.0.0
tags:
  - name: orders
  - name: stock
paths:
  /orders/{orderId}:
    get:
      operationId: getOrder
      responses:
        '200':
          description: OK
components:
  schemas:
    Order:
      type: object
      properties:
        id:
          type: string
    Customer:
      type: object
  parameters:
    Page:
      name: page
      in: query
      schema:
        type: integer
  securitySchemes:
    login:
      type: oauth2
      flows:
        implicit:
          authorizationUrl: https://example.com/authorize
          scopes:
            read: Reads
            write: Writes
`;

/** What is proposed in the shop's description where one text stands in place of another. */
function inShop(old: string, text: string, base = shop) {
  assert.ok(base.includes(old), old);
  return typedIn({ 'shop.yaml': base.replace(old, text) }, { 'shop.yaml': base });
}

const response = '          description: OK\n';

/** What is proposed below the answer of the shop's operation. */
function belowResponse(...lines: readonly string[]) {
  return inShop(response, response + lines.map((line) => `          ${line}\n`).join(''));
}

describe('completion in YAML: fields', () => {
  it('are those of the object at the cursor, but for those that are there', () => {
    assert.deepEqual(belowResponse('¦').labels, ['headers', 'content', 'links']);
    assert.deepEqual(belowResponse('headers: {}', 'co¦').labels, ['content', 'links']);
    assert.deepEqual(inShop(response, '          ¦\n').labels, ['$ref', 'description', 'headers', 'content', 'links']);
  });

  it('are found with siblings that come later, at the end of a file, and with blank lines around', () => {
    assert.deepEqual(inShop(response, `          ¦\n${response}`).labels, ['headers', 'content', 'links']);
    assert.ok(inShop('write: Writes\n', 'write: Writes\n¦').labels.includes('servers'));
    assert.ok(!inShop('write: Writes\n', 'write: Writes\n¦').labels.includes('info'));
    assert.deepEqual(belowResponse('', '¦', '').labels, ['headers', 'content', 'links']);
  });

  it('are told with what must stand there first', () => {
    const item = inShop('    get:', '    parameters:\n      - ¦\n    get:');
    assert.deepEqual(item.labels.slice(0, 5), ['orderId', '$ref', 'name', 'in', 'schema']);
    assert.match(item.item('name').detail, /required/);
    assert.equal(item.item('$ref').isGiven, true);
  });

  it('fit the type of a schema, what else is said there, and the version', () => {
    const text = inShop('type: string', 'type: string\n          ¦').labels;
    assert.ok(text.includes('maxLength') && !text.includes('items') && !text.includes('maximum'));
    assert.ok(text.includes('const') && !text.includes('nullable'));
    const older = shop.replace('3.1.0', '3.0.3');
    const old = inShop('type: string', 'type: string\n          ¦', older).labels;
    assert.ok(old.includes('nullable') && !old.includes('const'));
    const swagger = 'swagger: "2.0"\npaths:\n  /a:\n    get:\n      parameters:\n        - in: body\n          ¦\n';
    const labels = typedIn({ 'a.yaml': swagger }).labels;
    assert.ok(labels.includes('schema') && !labels.includes('collectionFormat'), labels.join(' '));
    assert.ok(!inShop('in: query', 'in: query\n      content: {}\n      ¦').labels.includes('example1'));
    assert.ok(
      !inShop('schema:\n        type: integer', 'schema:\n        type: integer\n      ¦').labels.includes('content'),
    );
  });

  it('write what must stand in them, in the style of the file', () => {
    assert.equal(
      belowResponse('con¦').taken('content').split('description: OK\n')[1]?.split('components')[0],
      '          content:\n            $1\n',
    );
    assert.match(
      inShop('    get:', '    ¦\n    get:').taken('post'),
      /\n {4}post:\n {6}responses:\n {8}'200':\n {10}description: /,
    );
    const wide = 'openapi: 3.1.0\ninfo:\n    title: A\n    ¦\n';
    assert.match(typedIn({ 'a.yaml': wide }).taken('license'), /\n {4}license:\n {8}name: /);
    const left = 'openapi: 3.1.0\ntags:\n- name: a\n¦\n';
    assert.match(typedIn({ 'a.yaml': left }).taken('servers'), /\nservers:\n- url: /);
    const broken = 'openapi: 3.1.0\r\ninfo:\r\n  title: A\r\n  ¦\r\n';
    assert.match(typedIn({ 'a.yaml': broken }).taken('license'), /license:\r\n {4}name: /);
  });

  it('are indented where the line is not, below a key without a value', () => {
    const at = inShop('    get:\n', '    post:\n    ¦\n    get:\n');
    assert.deepEqual([at.labels[0], at.labels.at(-1)], ['summary', 'trace']);
    assert.match(at.taken('summary'), /\n {4}post:\n {6}summary: \$1\n {4}get:/);
    assert.match(at.taken('requestBody'), /\n {6}requestBody:\n {8}content:\n {10}\$1\n/);
    assert.match(inShop('    get:\n', '    get:\n      tags:\n      ¦\n').taken('stock'), /tags:\n {8}- stock\n/);
    assert.match(
      inShop('    get:\n', '    parameters:\n    ¦\n    get:\n').taken('in'),
      /parameters:\n {6}- in: \$1\n/,
    );
    assert.equal(inShop('    get:\n', '    ¦\n    get:\n').labels[0], 'post');
  });

  it('change a key alone where it has a value', () => {
    assert.match(belowResponse('con¦: {}').taken('content'), /\n {10}content: \{\}\n/);
    assert.match(belowResponse('"he¦": {}').taken('headers'), /\n {10}"headers": \{\}\n/);
  });

  it('work between brackets', () => {
    assert.ok(
      inShop('      type: object\n      properties', '      items: { ¦ }\n      properties').labels.includes('type'),
    );
    assert.match(
      inShop('id:\n          type: string', 'id: { type: string, for¦ }').taken('format'),
      /\{ type: string, format: \$1 \}/,
    );
    assert.match(
      inShop('id:\n          type: string', 'id: { ¦type: string }').taken('format'),
      /\{ format: \$1,type: string \}/,
    );
  });

  it('work in a file that is one map between brackets, in the quotes of the neighbours', () => {
    const filled = (text: string, label = 'components') => typedIn({ 'a.yaml': text }).taken(label);
    assert.equal(
      filled('{\n  "openapi": "3.0.3",\n  "info": {"title": "a"},\n  ¦\n}\n'),
      '{\n  "openapi": "3.0.3",\n  "info": {"title": "a"},\n  "components": {\n    $1\n  }\n}\n',
    );
    assert.equal(
      filled('---\n{\n  "openapi": "3.0.3",\n  com¦\n}\n'),
      '---\n{\n  "openapi": "3.0.3",\n  "components": {\n    $1\n  }\n}\n',
    );
    assert.equal(
      filled('{\n  openapi: 3.0.3,\n  info: {title: a},\n  ¦\n}\n'),
      '{\n  openapi: 3.0.3,\n  info: {title: a},\n  components: {\n    $1\n  }\n}\n',
    );
    assert.equal(
      filled('{\n  "openapi": "3.0.3",\n  "components": {"schemas": {"A": {\n    "type": ¦\n  }}}\n}\n', 'string'),
      '{\n  "openapi": "3.0.3",\n  "components": {"schemas": {"A": {\n    "type": "string"\n  }}}\n}\n',
    );
    assert.match(
      inShop('id:\n          type: string', 'id: { "type": "string", ¦ }').taken('format'),
      /\{ "type": "string", "format": "\$1" \}/,
    );
  });

  it('are those behind a byte order mark, too', () => {
    const text = '\ufeffopenapi: 3.0.3\ninfo:\n  title: a\n';
    assert.ok(!typedIn({ 'a.yaml': `${text}¦` }).labels.includes('openapi'));
    assert.ok(typedIn({ 'a.yaml': `${text}¦` }).labels.includes('paths'));
    assert.equal(typedIn({ 'a.yaml': text.replace('op', 'op¦') }).taken('openapi'), text);
    assert.ok(!typedIn({ 'a.json': '\ufeff{"openapi":"3.0.3",¦}' }).labels.includes('openapi'));
  });

  it('are found whatever is broken beside', () => {
    for (const broken of [
      'oops',
      'summary: "open',
      'tags: [a',
      'x: {a: 1',
      '- stray',
      ': nothing',
      '\ttab: 1',
      'description: |\n          prose: yes',
    ]) {
      const text = shop.replace('      operationId: getOrder\n', `      ${broken}\n      operationId: getOrder\n`);
      const labels = typedIn(
        { 'a.yaml': text.replace(response, `${response}          ¦\n`) },
        { 'a.yaml': shop },
      ).labels;
      assert.deepEqual(labels, ['headers', 'content', 'links'], broken);
    }
  });

  it('are not proposed in prose, comments, examples, extensions, and behind what has ended', () => {
    const silent = [
      belowResponse('# co¦'),
      belowResponse('x-mine:', '  ¦'),
      inShop('title: Shop', 'title: Shop ¦'),
      inShop('title: Shop', 'description: |\n    some ¦'),
      inShop('title: Shop', 'description: "some ¦\n    more"'),
      inShop('title: Shop', 'description: some\n    ¦'),
      inShop('type: string', 'type: string\n          example:\n            ¦'),
      inShop('      operationId', '        ¦\n      operationId'),
    ];
    for (const [index, { labels }] of silent.entries()) assert.deepEqual(labels, [], `${index}`);
  });
});

describe('completion in YAML: values', () => {
  it('are those of the specification', () => {
    assert.deepEqual(inShop('in: query', 'in: ¦').labels, ['query', 'header', 'path', 'cookie']);
    assert.match(inShop('in: query', 'in: q¦').taken('path'), /in: path\n/);
    assert.match(inShop('in: query', "in: 'q¦'").taken('path'), /in: 'path'\n/);
    assert.deepEqual(inShop('in: query', 'in: path\n      required: ¦').labels, ['true']);
    assert.deepEqual(inShop('in: query', 'in: query\n      required: ¦').labels, ['true', 'false']);
    assert.ok(inShop('type: string', 'type: [string, ¦]').labels.includes('null'));
    assert.ok(!inShop('type: string', 'type: [string, ¦]').labels.includes('string'));
  });

  it('are those of the enum for a default, in the quotes they need', () => {
    const texts = [
      'open',
      "'1'",
      '"true"',
      "'null'",
      '"a #b"',
      "''",
      "'- a'",
      '"x: y"',
      "'a,b'",
      '1',
      '-2.5',
      'true',
      'null',
    ];
    const list = `type: string\n          enum:\n${texts.map((text) => `            - ${text}\n`).join('')}          `;
    const block = inShop('type: string', `${list}default: ¦`);
    const written = (at: typeof block) =>
      at.labels.map((label) => at.taken(label).split('default: ')[1]?.split('\n')[0]);
    assert.deepEqual(written(block), [
      'open',
      "'1'",
      "'true'",
      "'null'",
      "'a #b'",
      "''",
      "'- a'",
      "'x: y'",
      'a,b',
      '1',
      '-2.5',
      'true',
      'null',
    ]);
    const plain = inShop('type: string', 'type: integer\n          enum: [1, ~, false, *a]\n          const: "¦"');
    assert.match(plain.taken('1'), /const: 1\n/);
    assert.deepEqual(plain.labels, ['1', '~', 'false']);
    const flow = inShop('id:\n          type: string', "id: { enum: ['a,b', c], default: ¦ }");
    assert.ok(flow.taken('a,b').includes("default: 'a,b' }"));
  });

  it('are formats that fit the type', () => {
    assert.deepEqual(inShop('type: integer', 'type: integer\n        format: ¦').labels, ['int32', 'int64']);
    assert.ok(inShop('type: string', 'type: string\n          format: da¦').labels.includes('date-time'));
  });

  it('are status codes with their titles', () => {
    const at = inShop(response, `${response}        ¦\n`);
    assert.equal(at.item('404').detail, 'Not Found');
    assert.ok(!at.labels.includes('200'));
    assert.match(at.taken('404'), /\n {8}'404':\n {10}description: \$\{1:Not Found\}\n/);
    assert.match(inShop(response, `${response}        "4¦"\n`).taken('404'), /\n {8}"404":\n/);
    const plain = shop.replace("'200'", '200');
    assert.match(inShop(response, `${response}        ¦\n`, plain).taken('404'), /\n {8}404:\n/);
  });

  it('are media types, those in use first', () => {
    const typed = belowResponse('content:', '  ¦');
    assert.equal(typed.labels[0], 'application/json');
    const csv = shop.replace(response, `${response}          content:\n            text/csv: {}\n`);
    assert.equal(
      inShop("        '200'", "        '201':\n          content:\n            ¦\n        '200'", csv).labels[0],
      'text/csv',
    );
  });
});

describe('completion in YAML: names', () => {
  it('are the components a reference may lead to', () => {
    const at = belowResponse('content:', '  application/json:', '    schema:', '      $ref: ¦');
    assert.deepEqual(at.labels, ['#/components/schemas/Order', '#/components/schemas/Customer']);
    assert.match(at.taken('#/components/schemas/Order'), /\$ref: '#\/components\/schemas\/Order'\n/);
    assert.deepEqual(belowResponse('content:', '  a/b:', '    schema:', "      $ref: '#/c¦'").labels.length, 2);
    assert.deepEqual(belowResponse('content:', '  a/b:', '    schema:', '      $ref: #/c¦').labels.length, 2);
    assert.deepEqual(inShop('    get:', '    parameters:\n      - $ref: ¦\n    get:').labels, [
      '#/components/parameters/Page',
    ]);
  });

  it('are tags, security schemes and their scopes, operation ids', () => {
    assert.deepEqual(inShop('operationId', 'tags: [¦]\n      operationId').labels, ['orders', 'stock']);
    assert.deepEqual(inShop('operationId', 'tags:\n        - orders\n        - ¦\n      operationId').labels, [
      'stock',
    ]);
    assert.deepEqual(inShop('operationId', 'tags:\n        - orders\n        ¦\n      operationId').labels, ['stock']);
    assert.match(inShop('operationId', 'tags:\n        ¦\n      operationId').taken('stock'), /tags:\n {8}- stock\n/);
    assert.deepEqual(inShop('operationId', 'security:\n        - ¦\n      operationId').labels, ['login']);
    assert.deepEqual(inShop('operationId', 'security:\n        - login: [read, ¦]\n      operationId').labels, [
      'write',
    ]);
    assert.deepEqual(belowResponse('links:', '  next:', '    operationId: ¦').labels, ['getOrder']);
  });

  it('are the parameters of the path, and whole ones', () => {
    const item = inShop('      operationId', '      parameters:\n        - name: ¦\n      operationId');
    assert.deepEqual(item.labels, ['orderId']);
    const whole = inShop('      operationId', '      parameters:\n        ¦\n      operationId').takenPlainly(
      'orderId',
    );
    assert.ok(
      whole.includes(
        '      parameters:\n        - name: orderId\n          in: path\n          required: true\n          schema:\n            type: string\n',
      ),
      whole,
    );
    const declared = '      parameters:\n        - name: orderId\n          in: path\n        - ¦\n      operationId';
    assert.ok(!inShop('      operationId', declared).labels.includes('orderId'));
  });

  it('are the properties of a schema, and those of its parts', () => {
    assert.deepEqual(inShop('      properties', '      required: [¦]\n      properties').labels, ['id']);
    const all =
      "type: object\n      allOf:\n        - $ref: '#/components/schemas/Order'\n        - properties:\n            vip: {}\n      required:\n        - ¦\n  parameters";
    assert.deepEqual(inShop('type: object\n  parameters', all).labels, ['id', 'vip']);
    const one =
      "oneOf:\n        - $ref: '#/components/schemas/Order'\n      discriminator:\n        propertyName: ¦\n  parameters";
    assert.deepEqual(inShop('type: object\n  parameters', one).labels, ['id']);
    const mapping = one.replace('propertyName: ¦', 'propertyName: id\n        mapping:\n          a: ¦');
    assert.deepEqual(inShop('type: object\n  parameters', mapping).labels, ['#/components/schemas/Order']);
  });

  it('are the names of other files of the description', () => {
    const root = `openapi: 3.1.0\npaths:\n  /a:\n    $ref: paths/a.yaml\ncomponents:\n  schemas:\n    A: { $ref: schemas/all.yaml#/Order }\n`;
    const files = {
      'openapi.yaml': root,
      'paths/a.yaml':
        'get:\n  responses:\n    "200":\n      description: OK\n      content:\n        application/json:\n          schema:\n            $ref: ¦\n',
      'schemas/all.yaml': 'Order: { type: object }\n',
    };
    assert.deepEqual(typedIn(files).labels, ['../openapi.yaml#/components/schemas/A', '../schemas/all.yaml#/Order']);
    const unused = typedIn({ ...files, 'schemas/Pet.yaml': 'type: object\n', 'package.json': '{}', 'z/b.txt': '' });
    assert.equal(unused.labels.at(-1), '../schemas/Pet.yaml');
    const fields = { ...files, 'paths/a.yaml': 'get:\n  responses: {}\n  ¦\n' };
    assert.ok(typedIn(fields).labels.includes('summary'));
    const schema = { ...files, 'paths/a.yaml': 'get: {}\n', 'schemas/all.yaml': 'Order:\n  type: object\n  ¦\n' };
    assert.ok(typedIn(schema).labels.includes('properties'));
  });
});

describe('completion in an empty file', () => {
  it('begins a description', () => {
    assert.deepEqual(typedIn({ 'a.yaml': '¦' }).labels, ['openapi', 'openapi 3.0', 'openapi 3.2', 'swagger']);
    assert.equal(
      typedIn({ 'a.yaml': 'op¦' }).takenPlainly('openapi'),
      'openapi: 3.1.1\ninfo:\n  title: My API\n  version: 1.0.0\npaths:\n  ',
    );
    assert.equal(typedIn({ 'a.yaml': 'sw¦' }).takenPlainly('swagger').split('\n')[0], "swagger: '2.0'");
    assert.equal(
      typedIn({ 'a.json': '{¦}' }).takenPlainly('openapi'),
      '{\n  "openapi": "3.1.1",\n  "info": {\n    "title": "My API",\n    "version": "1.0.0"\n  },\n  "paths": {\n    \n  }\n}',
    );
  });

  it('is silent in files of others', () => {
    assert.deepEqual(typedIn({ 'a.yaml': 'services:\n  ¦' }).labels, []);
    assert.deepEqual(typedIn({ 'a.yaml': 'services: {}\n¦' }).labels, []);
    assert.deepEqual(typedIn({ 'a.json': '{ "name": "x", ¦ }' }).labels, []);
  });
});

const json = `{
  "openapi": "3.1.0",
  "info": { "title": "Shop", "version": "1.0.0" },
  "tags": [{ "name": "orders" }],
  "paths": {
    "/orders/{orderId}": {
      "get": {
        "responses": {
          "200": {
            "description": "OK"
          }
        }
      }
    }
  },
  "components": {
    "schemas": {
      "Order": { "type": "object" }
    }
  }
}
`;

function inJson(old: string, text: string) {
  assert.ok(json.includes(old), old);
  return typedIn({ 'shop.json': json.replace(old, text) }, { 'shop.json': json });
}

describe('completion in JSON', () => {
  const ok = '"description": "OK"';

  it('writes keys in quotes, with the commas they need', () => {
    const after = inJson(ok, `${ok},\n            ¦`);
    assert.deepEqual(after.labels, ['headers', 'content', 'links']);
    assert.ok(after.taken('content').includes('"OK",\n            "content": {\n              $1\n            }\n'));
    assert.ok(
      inJson(ok, `¦\n            ${ok}`)
        .taken('headers')
        .includes('"headers": {\n              $1\n            },\n            "description"'),
    );
    assert.ok(inJson(ok, `${ok}\n            ¦`).taken('links').includes('"OK",\n            "links": {'));
    assert.ok(inJson(ok, `${ok}\n            "li¦"`).taken('links').includes('"OK",\n            "links": {'));
    assert.ok(inJson(ok, `"c¦": {}, ${ok}`).taken('content').includes('"content": {}, "description"'));
    assert.equal(inJson(ok, `${ok},\n            "co¦`).item('content').filter, '"content"');
  });

  it('writes values', () => {
    assert.deepEqual(inJson('"type": "object"', '"type": ¦').labels.slice(0, 2), ['array', 'boolean']);
    assert.ok(inJson('"type": "object"', '"type": "s¦"').taken('string').includes('"type": "string" }'));
    for (const typed of ['¦', '"¦"', '"o¦"']) {
      const at = inJson('"type": "object"', `"enum": ["open", 1, null, "x\\n"], "default": ${typed}`);
      assert.ok(at.taken('open').includes('"default": "open" }'));
      assert.ok(at.taken('1').includes('"default": 1 }'));
      assert.ok(at.taken('null').includes('"default": null }'));
      assert.ok(at.taken('x\n').includes('"default": "x\\n" }'));
    }
    assert.ok(inJson('"type": "object"', '"deprecated": ¦').taken('true').includes('"deprecated": true }'));
    assert.deepEqual(inJson('"get": {', '"get": { "tags": [¦],').labels, ['orders']);
    assert.ok(inJson('"get": {', '"get": { "tags": ["a", ¦],').taken('orders').includes('["a", "orders"]'));
    const reference = inJson(ok, '"content": { "application/json": { "schema": { "$ref": "#¦" } } }');
    assert.ok(reference.taken('#/components/schemas/Order').includes('{ "$ref": "#/components/schemas/Order" }'));
  });

  it('indents as the file does', () => {
    const tabs = '{\n\t"openapi": "3.1.0",\n\t"info": { "title": "a" },\n\t¦\n}\n';
    assert.ok(typedIn({ 'a.json': tabs }).taken('components').includes('\n\t"components": {\n\t\t$1\n\t}\n}'));
  });

  it('closes a quote, whatever quotes follow', () => {
    const shop = (operation: string) =>
      `{"openapi":"3.1.0","tags":[{"name":"orders"}],"paths":{"/a":{"get":${operation}}},"components":{}}`;
    for (const [typed, written] of [
      ['{"tags":["x", "¦],"responses":{}}', '{"tags":["x", "orders"],"responses":{}}'],
      ['{"tags":["¦],"responses":{}}', '{"tags":["orders"],"responses":{}}'],
      ['{"tags":["o¦, "x"],"responses":{}}', '{"tags":["orders", "x"],"responses":{}}'],
      ['{"responses":{},"tags":["x","¦]}', '{"responses":{},"tags":["x","orders"]}'],
      ['{"tags":["¦","x"],"responses":{}}', '{"tags":["orders","x"],"responses":{}}'],
    ] as const) {
      const at = typedIn({ 'a.json': shop(typed) });
      assert.equal(at.taken('orders'), shop(written));
      assert.ok(
        at.labels.every((label) => /^\w+$/.test(label)),
        at.labels.join(' '),
      );
    }
  });

  it('writes maps and lists as values', () => {
    assert.ok(
      inJson(ok, `${ok}, "content": ¦`).taken('{ }').includes('"content": {\n              $1\n            }\n'),
    );
    assert.ok(inJson('"get": {', '"get": { "tags": ¦,').taken('[ ]').includes('"tags": ["$1"],'));
  });

  it('writes on one line where the object stands on one', () => {
    assert.ok(
      inJson('"version": "1.0.0" }', '"version": "1.0.0", ¦ }')
        .taken('license')
        .includes(`"license": { "name": "${stop(1, 'name')}" } }`),
    );
  });

  it('finds its place whatever is broken beside', () => {
    for (const broken of [
      '"summary": "x"',
      '"summary": ',
      '"summary',
      '"a": {',
      '"a": [1, 2',
      '"summary": "x",,',
      'oops',
    ]) {
      const at = typedIn(
        {
          'a.json': json
            .replace('"responses": {', `${broken}\n        "responses": {`)
            .replace(ok, `${ok},\n            ¦`),
        },
        { 'a.json': json },
      );
      assert.deepEqual(at.labels, ['headers', 'content', 'links'], broken);
    }
  });

  it('is silent in comments, prose and behind what has ended', () => {
    for (const text of [
      '"description": "some ¦ text"',
      `${ok} ¦`,
      `${ok} // ¦`,
      `${ok}, /* ¦ */`,
      '"description" ¦: "OK"',
    ])
      assert.deepEqual(inJson(ok, text).labels, [], text);
  });
});
