import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { withOperation } from './added-operation.ts';

const users = `  /users:
    get:
      tags: [users]
      summary: List users
      operationId: listUsers
      parameters:
        - $ref: '#/components/parameters/Limit'
        - { name: userStatus, in: query, schema: { type: string } }
      responses:
        '200':
          description: The users.
          content:
            application/json:
              schema: { $ref: '#/components/schemas/UserPage' }
        default: { $ref: '#/components/responses/Problem' }
  /users/{userId}:
    get:
      tags: [users]
      summary: Get a user
      operationId: getUser
      parameters:
        - { name: userId, in: path, required: true, schema: { type: string, format: uuid } }
      responses:
        '200':
          description: The user.
          content:
            application/json:
              schema: { $ref: '#/components/schemas/User' }
              example: { id: 1 }
        '404': { $ref: '#/components/responses/UserNotFound' }
        default: { $ref: '#/components/responses/Problem' }
`;

const orders = `  /orders:
    post:
      tags: [shop]
      operationId: createOrder
      requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/NewOrder' } } } }
      responses:
        '201':
          description: The order.
          content: { application/json: { schema: { $ref: '#/components/schemas/Order' } } }
        default: { $ref: '#/components/responses/Problem' }
`;

const components = `components:
  parameters:
    Limit: { name: limit, in: query, schema: { type: integer } }
  responses:
    Problem: { description: Something is wrong. }
    UserNotFound: { description: There is no such user. }
  schemas:
    User: { type: object }
    UserPage: { type: object, properties: { users: { type: array, items: { $ref: '#/components/schemas/User' } }, next: { type: string } } }
    Order: { type: object }
    NewOrder: { type: object }
`;

const api = `openapi: 3.1.0\npaths:\n${users}${orders}${components}`;

/** The lines that were added to the text. */
function addedTo(text: string, method: string, path: string, operation: string): string {
  const wanted = { operation, method, path } as Parameters<typeof withOperation>[1];
  const written = withOperation({ 'api.yaml': text }, wanted)?.['api.yaml'] ?? '';
  const before = text.split('\n');
  const after = written.split('\n');
  const start = after.findIndex((line, index) => line !== before[index]);
  return after.slice(start, start + after.length - before.length).join('\n');
}

describe('An added operation', () => {
  it('reads an item as the items of another resource are read, in a path of its own', () => {
    assert.equal(
      addedTo(api, 'get', '/orders/{orderId}', 'read'),
      `  /orders/{orderId}:
    get:
      tags: [shop]
      summary: Get an order
      operationId: getOrder
      parameters:
        - { name: orderId, in: path, required: true, schema: { type: string, format: uuid } }
      responses:
        '200': { description: The order., content: { application/json: { schema: { $ref: '#/components/schemas/Order' } } } }
        default: { $ref: '#/components/responses/Problem' }`,
    );
  });

  it('lists in the envelope that others list in, with the parameters that are no one’s', () => {
    assert.equal(
      addedTo(api, 'get', '/orders', 'list'),
      `    get:
      tags: [shop]
      summary: List orders
      operationId: listOrders
      parameters:
        - $ref: '#/components/parameters/Limit'
      responses:
        '200':
          description: The orders.
          content:
            application/json:
              schema: { type: object, properties: { orders: { type: array, items: { $ref: '#/components/schemas/Order' } }, next: { type: string } } }
        default: { $ref: '#/components/responses/Problem' }`,
    );
  });

  it('takes the schema, the error and the page that are called after it where they are there', () => {
    const more = `    OrderPage: { type: object }\n`;
    const found = addedTo(
      api.replace('UserNotFound: {', 'OrderNotFound: { description: No order. }\n    UserNotFound: {') + more,
      'get',
      '/orders',
      'list',
    );
    assert.match(found, /\$ref: '#\/components\/schemas\/OrderPage'/);
    const read = addedTo(
      api.replace('UserNotFound: {', 'OrderNotFound: { description: No order. }\n    UserNotFound: {'),
      'get',
      '/orders/{orderId}',
      'read',
    );
    assert.match(read, /'404': \{ \$ref: '#\/components\/responses\/OrderNotFound' \}/);
  });

  it('says what the others of its resource say where no other resource has one like it', () => {
    assert.equal(
      addedTo(api, 'delete', '/users/{userId}', 'delete'),
      `    delete:
      tags: [users]
      summary: Delete a user
      operationId: deleteUser
      parameters:
        - { name: userId, in: path, required: true, schema: { type: string, format: uuid } }
      responses:
        '204': { description: The user is deleted. }
        default: { $ref: '#/components/responses/Problem' }`,
    );
  });

  it('repeats no parameter that its path item declares, and makes no operation id twice', () => {
    const text = api.replace(
      '  /orders:\n',
      '  /orders/{orderId}:\n    parameters:\n      - { name: orderId, in: path, required: true, schema: { type: string } }\n    patch: { operationId: getOrder, responses: {} }\n  /orders:\n',
    );
    const added = addedTo(text, 'get', '/orders/{orderId}', 'read');
    assert.doesNotMatch(added, /parameters|operationId/);
  });

  it('writes 2.0, and JSON', () => {
    const swagger = {
      swagger: '2.0',
      paths: {
        '/pets': {
          post: {
            operationId: 'create_pet',
            parameters: [{ name: 'pet', in: 'body', schema: { $ref: '#/definitions/Pet' } }],
            responses: { 201: { description: 'The pet.' } },
          },
        },
        '/cats': { get: { responses: {} } },
      },
      definitions: { Pet: { type: 'object' }, Cat: { type: 'object' } },
    };
    const wanted = { operation: 'create', method: 'post', path: '/cats' } as const;
    const text = withOperation({ 'api.json': JSON.stringify(swagger, undefined, 2) }, wanted)?.['api.json'] ?? '';
    assert.deepEqual(JSON.parse(text).paths['/cats'].post, {
      operationId: 'create_cat',
      parameters: [{ name: 'cat', in: 'body', schema: { $ref: '#/definitions/Cat' } }],
      responses: { 201: { description: 'The cat.' } },
    });
  });

  it('goes into the file of its path item, and refers to the root from there', () => {
    const root = api.replace(orders, '  /orders: { $ref: paths/orders.yaml }\n');
    const file = `post:\n  responses:\n    '201':\n      description: The order.\n      content: { application/json: { schema: { $ref: '../api.yaml#/components/schemas/Order' } } }\n`;
    const written = withOperation(
      { 'api.yaml': root, 'paths/orders.yaml': file },
      { operation: 'list', method: 'get', path: '/orders' },
    );
    assert.equal(written?.['api.yaml'], root);
    assert.match(
      written?.['paths/orders.yaml'] ?? '',
      /\$ref: \.\.\/api\.yaml#\/components\/schemas\/Order\n|\$ref: '\.\.\/api\.yaml#\/components\/schemas\/Order'\n/,
    );
  });

  it('answers what several resources answer as it is, and tells the 404 that its resource tells', () => {
    const text = `openapi: 3.0.3
paths:
  /users: { get: { responses: { '200': { $ref: '#/components/responses/Task' } } } }
  /users/{id}:
    delete:
      responses:
        '202': { description: The user goes., content: { application/json: { schema: { $ref: '#/components/schemas/Task' } } } }
  /orders:
    post:
      responses:
        '202': { description: It is made., content: { application/json: { schema: { $ref: '#/components/schemas/Task' } } } }
        '404': { description: There is no such shop. }
  /orders/{id}:
    get: { responses: { '404': { description: There is no such order. } } }
components:
  responses: { Task: { description: It is done soon. } }
  schemas: { Task: { type: object }, Order: { type: object } }
`;
    const added = addedTo(text, 'delete', '/orders/{id}', 'delete');
    assert.match(added, /The order goes\./);
    assert.match(added, /schemas\/Task/);
    assert.match(added, /'404': \{ description: There is no such/);
  });

  it('joins words as the name does that it is made of', () => {
    const text = `openapi: 3.0.3
paths:
  /pets/{id}:
    get: { summary: Get a pet, operationId: get_pet, responses: { '200': { description: A } } }
  /pets: { get: { responses: {} } }
  /gift-orders: { get: { responses: {} } }
`;
    const added = addedTo(text, 'get', '/gift-orders/{id}', 'read');
    assert.match(added, /summary: Get a gift order/);
    assert.match(added, /operationId: get_gift_order/);
  });

  it('stands beside what is there, whatever slash the path ends with', () => {
    const text = `openapi: 3.0.3
paths:
  /orders/:
    get: { responses: { '200': { description: The orders. } } }
  /orders:
    head: { responses: { '200': { description: The orders. } } }
`;
    const [slash, plain] = ['/orders/', '/orders'].map(
      (path) => withOperation({ 'api.yaml': text }, { operation: 'create', method: 'post', path })?.['api.yaml'] ?? '',
    );
    assert.match(slash ?? '', /^ {2}\/orders\/:\n {4}get: .*\n {4}post:/m);
    assert.match(plain ?? '', /^ {2}\/orders:\n {4}head: .*\n {4}post:/m);
    for (const path of ['/orders/', '/orders'])
      assert.equal(withOperation({ 'api.yaml': text }, { operation: 'list', method: 'get', path }), undefined);
  });

  it('is none where there is one, and of what is no resource', () => {
    const refused = [
      { operation: 'list', method: 'get', path: '/users' },
      { operation: 'read', method: 'get', path: '/orders/search' },
      { operation: 'read', method: 'get', path: '/nothing' },
    ] as const;
    for (const wanted of refused) assert.equal(withOperation({ 'api.yaml': api }, wanted), undefined);
  });
});
