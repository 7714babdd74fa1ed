import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { typedIn } from './typed-files.ts';
import { belowResponse, inShop, response, shop } from './typed-shop.ts';

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
    const extended = shop.replace('    login:', '    x-login:');
    const scopes = '      security:\n        - x-login: [read, ¦]\n      operationId';
    assert.deepEqual(inShop('      operationId', scopes, extended).labels, ['write']);
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
    const escaped = shop.replaceAll('    Order:', '    An/Order:');
    const encoded = [
      'content:',
      '  multipart/form-data:',
      '    schema:',
      '      allOf:',
      "        - $ref: '#/components/schemas/An~1Order'",
      '        - properties: { vip: {} }',
      '    encoding:',
      '      ¦',
    ].map((line) => `          ${line}\n`);
    assert.deepEqual(inShop(response, response + encoded.join(''), escaped).labels, ['id', 'vip']);
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
