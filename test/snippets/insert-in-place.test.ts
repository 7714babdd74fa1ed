import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { parse, stringify } from 'yaml';
import { applyEdits } from '#core/text/span.ts';
import { patternBook } from '#snippets/pattern-book.ts';
import { shop } from './openapi-hosts.ts';
import { prismaHost } from './prisma-hosts.ts';
import {
  assertClean,
  assertLinesKept,
  type Files,
  folder,
  insertAt,
  type Outcome,
  reviewDocuments,
} from './review-document.ts';

const text = shop('3.1.0');
const name = 'openapi.yaml';

describe('Insert Pattern', () => {
  it('follows the names of the resource under the cursor', () => {
    const { paths } = parsed(insertAt({ [name]: text }, name, 'oas-list-cursor', '  /orders:'));
    const { operationId, responses } = paths['/orders'].get;
    assert.equal(operationId, 'listOrders');
    const { schema } = responses['200'].content['application/json'];
    assert.equal(schema.properties.data.items.$ref, '#/components/schemas/Order');
  });

  it('starts a new resource away from any, and numbers the second', () => {
    const once = filesOf(insertAt({ [name]: text }, name, 'oas-list-cursor', 'info:'));
    const { paths, components } = parsed(insertAt(once, name, 'oas-list-cursor', 'info:'));
    assert.deepEqual(Object.keys(paths).slice(-2), ['/items', '/items-2']);
    assert.equal(paths['/items-2'].get.operationId, 'listItems2');
    assert.ok('Item2' in components.schemas);
  });

  it('uses the responses the description shares', () => {
    const { paths, components } = parsed(insertAt({ [name]: text }, name, 'oas-list-cursor', '  /orders:'));
    const { responses } = paths['/orders'].get;
    assert.deepEqual(responses['429'], { $ref: '#/components/responses/Limited' });
    assert.deepEqual(responses.default, { $ref: '#/components/responses/Failure' });
    assert.deepEqual(Object.keys(components.responses), ['Failure', 'Limited']);
  });

  it('keeps to the version every path begins with', () => {
    const versioned = text.replaceAll(/^ {2}\//gm, '  /v1/');
    const { paths } = parsed(insertAt({ [name]: versioned }, name, 'oas-webhook-receiver', 'info:'));
    assert.ok('/v1/webhooks/{provider}' in paths);
  });

  it('keeps to the version most paths begin with, where a probe stands outside', () => {
    const versioned = text.replaceAll(/^ {2}\//gm, '  /api/v1/').replace('paths:\n', 'paths:\n  /healthz: {}\n');
    const { paths } = parsed(insertAt({ [name]: versioned }, name, 'oas-webhook-receiver', 'info:'));
    assert.ok('/api/v1/webhooks/{provider}' in paths);
  });

  it('takes the version and the headers every operation takes, outgoing ones aside', () => {
    const versioned = text.replaceAll(
      /^ {6}summary: .*$/gm,
      (line) => `${line}\n      parameters: [{ $ref: '#/components/parameters/Version' }]`,
    );
    const once = versioned.replace(/parameters: \[(.*)\]\n {6}parameters:/g, 'parameters:\n        - $1');
    const host = `${once.replace('# The end.\n', '')}  parameters:
    Version: { name: api-version, in: query, required: true, schema: { type: string, maxLength: 10 } }
`;
    const { paths } = parsed(insertAt({ [name]: host }, name, 'oas-list-cursor', '  /orders:'));
    assert.deepEqual(paths['/orders'].get.parameters.at(-1), { $ref: '#/components/parameters/Version' });
    const { webhooks } = parsed(insertAt({ [name]: host }, name, 'oas-webhook', '  /orders:'));
    assert.equal(webhooks.orderCreated.post.parameters.length, 3);
  });

  it('calls a webhook as the others are called', () => {
    for (const [other, expected] of [
      ['order.paid', 'order.created'],
      ['order_paid', 'order_created'],
      ['order-paid', 'order-created'],
      ['orderPaid', 'orderCreated'],
    ] as const) {
      const host = `${text.replace('# The end.\n', '')}webhooks:\n  ${other}: { post: { responses: { '2XX': { description: Received. } } } }\n`;
      const { webhooks } = parsed(insertAt({ [name]: host }, name, 'oas-webhook', '  /orders:'));
      assert.deepEqual(Object.keys(webhooks), [other, expected]);
    }
  });

  it('belongs to the path above in the blank line below it', () => {
    const blank = text.replace("Failure'\n\n  /orders/{", "Failure'\n    \n  /orders/{");
    const offset = blank.indexOf('    \n  /orders/{') + 4;
    const inserted = patternBook.insert(reviewDocuments({ [name]: blank }), folder + name, 'oas-list-cursor', offset);
    assert.ok('files' in inserted);
    const after = applyEdits(blank, inserted.files[0]?.edits ?? []);
    assert.deepEqual(Object.keys(parse(after).paths['/orders']), ['get', 'post']);
  });

  it('says where to place the cursor', () => {
    for (const id of ['oas-429', 'oas-etag-if-match', 'oas-create-201', 'oas-deprecate']) {
      const outcome = insertAt({ [name]: text }, name, id, 'info:');
      assert.match('problem' in outcome ? outcome.problem : '', /^Place the cursor in /, id);
    }
    const outcome = insertAt({ 'schema.prisma': prismaHost('mysql') }, 'schema.prisma', 'prisma-tree', 'datasource');
    assert.match('problem' in outcome ? outcome.problem : '', /^Place the cursor in /);
  });

  it('turns the 200 of a creation into 201', () => {
    const old = text.replace("'201':", "'200':");
    const { paths } = parsed(insertAt({ [name]: old }, name, 'oas-create-201', 'operationId: createOrder'));
    assert.deepEqual(Object.keys(paths['/orders'].post.responses), ['201', '400', '409', '422', '429', 'default']);
  });

  it('copies what a client may write into the schema of a merge patch', () => {
    const { components } = parsed(insertAt({ [name]: text }, name, 'oas-merge-patch', 'operationId: getOrder'));
    assert.deepEqual(Object.keys(components.schemas.OrderPatch.properties), ['note']);
  });

  it('marks an existing schema as softly deleted', () => {
    const { components, paths } = parsed(insertAt({ [name]: text }, name, 'oas-soft-delete', 'operationId: getOrder'));
    assert.ok(components.schemas.Order.properties.deletedAt.readOnly);
    assert.deepEqual(Object.keys(paths), [
      '/health',
      '/orders',
      '/orders/{orderId}',
      '/orders/{orderId}/restore',
      '/notes',
    ]);
  });

  it('keeps four blanks, CRLF and double quotes', () => {
    const other = stringify(parse(text), { indent: 4 }).replaceAll('\n', '\r\n');
    const files = filesOf(insertAt({ [name]: other }, name, 'oas-list-cursor', 'post:'));
    assert.match(files[name] ?? '', /\r\n {8}get:\r\n {12}operationId: listOrders\r\n/);
    assert.doesNotMatch(files[name] ?? '', /[^\r]\n/);
    assertClean(files, 'another style');
  });

  it('takes a broken file without harm', () => {
    for (const damage of ['  /orders: [', '  /orders', '  "/orders:', '']) {
      const broken = text.replace('  /orders:', damage);
      const outcome = insertAt({ [name]: broken }, name, 'oas-list-cursor', 'post:');
      if ('files' in outcome) assertLinesKept(broken, outcome.files[name] ?? '');
    }
  });

  it('offers nothing for OpenAPI 2.0, Prisma 8 and other files', () => {
    const files = {
      'swagger.yaml': 'swagger: "2.0"\ninfo: { title: a, version: "1" }\npaths: {}\n',
      'contract.prisma': '// use prisma-8\nmodel A {\n  id Int @id\n}\n',
      'other.yaml': 'a: 1\n',
    };
    for (const file of Object.keys(files)) {
      assert.deepEqual(patternBook.patternsFor(reviewDocuments(files), folder + file, 0), [], file);
    }
  });
});

describe('Insert Pattern in a description of several files', () => {
  const orders = `get:
  operationId: getOrder
  summary: Read one order
  parameters:
    - name: orderId
      in: path
      required: true
      schema: { type: string, format: uuid }
  responses:
    '200':
      description: The order.
      content:
        application/json:
          schema:
            $ref: ../schemas/order.yaml
          example: { note: Ring twice }
    '429':
      $ref: ../openapi.yaml#/components/responses/Limited
    default:
      $ref: ../openapi.yaml#/components/responses/Failure
`;
  const order = 'type: object\nproperties:\n  note: { type: string, maxLength: 200 }\n';
  const root = text.replace(
    /^ {2}\/orders\/\{orderId\}:[\s\S]*?(?=^ {2}\/notes)/m,
    '  /orders/{orderId}:\n    $ref: paths/order.yaml\n',
  );
  const files = { [name]: root, 'paths/order.yaml': orders, 'schemas/order.yaml': order };

  it('starts from a clean one', () => assertClean(files, 'several files'));

  it('writes operations in the fragment, components in the root, and references between them', () => {
    const after = filesOf(insertAt(files, 'paths/order.yaml', 'oas-merge-patch', 'operationId'));
    const { patch } = parse(after['paths/order.yaml'] ?? '');
    assert.equal(patch.parameters[0].name, 'orderId');
    assert.equal(patch.parameters[1].$ref, '../openapi.yaml#/components/parameters/IfMatch');
    assert.equal(patch.responses.default.$ref, '../openapi.yaml#/components/responses/Failure');
    assert.equal(patch.responses['200'].content['application/json'].schema.$ref, '../schemas/order.yaml#');
    assert.ok('IfMatch' in parse(after[name] ?? '').components.parameters);
    assertClean(after, 'a fragment');
  });

  it('leads through the reference under the cursor', () => {
    const after = filesOf(insertAt(files, name, 'oas-cache-get', 'paths/order.yaml'));
    assert.match(after['paths/order.yaml'] ?? '', /If-None-Match|IfNoneMatch/);
    assertClean(after, 'through a reference');
  });

  it('puts what belongs to a new path into the root', () => {
    const after = filesOf(insertAt(files, 'paths/order.yaml', 'oas-soft-delete', 'operationId'));
    assert.ok('/orders/{orderId}/restore' in parse(after[name] ?? '').paths);
    assert.ok('deletedAt' in parse(after['schemas/order.yaml'] ?? '').properties);
    assertClean(after, 'a path of a fragment');
  });

  it('adds to the model of another file of a Prisma schema', () => {
    const [first = '', second = ''] = prismaHost('postgresql').split(/(?=^model Note)/m);
    const tagged = `${second}\n${first.slice(first.indexOf('model')).replace('Customer', 'Tag')}`;
    const schema = { 'prisma/main.prisma': first, 'prisma/note.prisma': tagged };
    const after = filesOf(insertAt(schema, 'prisma/main.prisma', 'prisma-join', 'name      String'));
    assert.match(after['prisma/main.prisma'] ?? '', /customerTags CustomerTag\[\][\s\S]*model CustomerTag/);
    assert.match(after['prisma/note.prisma'] ?? '', /customerTags CustomerTag\[\]/);
    assertClean(after, 'a schema of two files');
  });
});

function filesOf(outcome: Outcome): Files {
  assert.ok('files' in outcome, 'problem' in outcome ? outcome.problem : '');
  return outcome.files;
}

function parsed(outcome: Outcome) {
  return parse(filesOf(outcome)[name] ?? '');
}
