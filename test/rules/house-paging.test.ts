import { describe, it } from 'mocha';
import { listInObject } from '#rules/openapi/list-in-object.ts';
import { listPaginated } from '#rules/openapi/list-paginated.ts';
import { pageNextReturned } from '#rules/openapi/page-next-returned.ts';
import { checkExample } from './check-rule.ts';

const page = (properties: string): string =>
  `{ description: ok, content: { application/json: { schema: { type: object, properties: { ${properties} } } } } }`;
const items = 'type: array, items: { type: object, properties: { id: { type: string } } }';

describe('the paging of a description', () => {
  it('is that of the only list that pages, whatever its path ends in', () => {
    const text = (mark: string, parameters: string): string => `openapi: 3.0.3
paths:
  /deployments/applications/{uuid}:
    get:
      parameters:
        - { name: uuid, in: path, required: true, schema: { type: string } }
        - { name: skip, in: query, required: false, schema: { type: integer, minimum: 0 } }
        - { name: take, in: query, schema: { type: integer, minimum: 1, maximum: 50 } }
      responses:
        '200': { description: ok, content: { application/json: { schema: { type: array, items: { type: object } } } } }
  /orders:
    ${mark}:${parameters}
      responses:
        '200':
          description: ok
          content:
            application/json:
              schema: { ${items} }
  /orders/{id}: {}
`;
    const parameters = `
      parameters:
        - { name: skip, in: query, required: false, schema: { type: integer, minimum: 0 } }
        - { name: take, in: query, schema: { type: integer, minimum: 1, maximum: 50 } }`;
    checkExample(listPaginated, { title: '', bad: text('«get»', ''), good: text('get', parameters) });
  });

  it('is also that of lists whose paths are not known to be collections', () => {
    const text = (mark: string, schema: string): string => `openapi: 3.0.3
paths:
  /loans/history:
    get:
      parameters:
        - { name: page, in: query, schema: { type: integer } }
        - { name: limit, in: query, schema: { type: integer } }
      responses:
        '200': ${page(`rows: { ${items} }, total: { type: integer }`)}
  /orders:
    ${mark}:
      parameters:
        - { name: page, in: query, schema: { type: integer } }
        - { name: limit, in: query, schema: { type: integer } }
      responses:
        '200':
          description: ok
          content:
            application/json:
              schema:
${schema}
  /orders/{id}: {}
`;
    const bad = `                type: array
                items:
                  type: object`;
    const good = `                type: object
                properties:
                  rows:
                    type: array
                    items:
                      type: object
                  total: { type: integer }`;
    checkExample(listInObject, { title: '', bad: text('«get»', bad), good: text('get', good) });
  });

  it('puts an object around an array where the pages hand out what a cursor takes, whatever it is called', () => {
    const text = (mark: string, parameters: string, schema: string): string => `openapi: 3.1.0
paths:
  /users:
    get:
      parameters:
        - { name: after, in: query, schema: { type: string } }
      responses:
        '200':
          description: ok
          content:
            application/json:
              schema:
                type: object
                required: [users, page]
                properties:
                  users: { ${items} }
                  page: { $ref: '#/components/schemas/Page' }
  /users/{id}: {}
  /orders:
    ${mark}:${parameters}
      responses:
        '200':
          description: ok
          content:
            application/json:
              schema:
${schema}
  /orders/{id}: {}
components:
  schemas:
    Page: { type: object, properties: { endCursor: { type: string } } }
`;
    const parameters = `
      parameters:
        - { name: after, in: query, schema: { type: string } }`;
    const bad = `                type: array
                items:
                  type: object`;
    const good = `                type: object
                required: [orders, page]
                properties:
                  orders: { type: array, items: { type: object } }
                  page: { $ref: '#/components/schemas/Page' }`;
    checkExample(listPaginated, {
      title: '',
      bad: text('«get»', '', bad),
      good: text('get', parameters, good),
    });
  });

  it('is taken over with names, bounds and the object that leads on', () => {
    const text = (mark: string, parameters: string, more: string): string => `openapi: 3.1.0
paths:
  /users:
    get:
      parameters:
        - { name: before, in: query, schema: { type: string } }
        - { name: after, in: query, schema: { type: string } }
        - { name: limit, in: query, description: Users per page., schema: { type: integer, maximum: 50 } }
      responses: { '200': ${page(`data: { ${items} }, list_metadata: { $ref: '#/components/schemas/ListMetadata' }`)} }
  /users/{id}: {}
  /users/{id}/purchase-orders:
    ${mark}:${parameters}
      responses:
        '200':
          description: ok
          content:
            application/json:
              schema:
                type: object
                properties:
                  data: { ${items} }${more}
  /users/{id}/purchase-orders/{orderId}: {}
components:
  schemas:
    ListMetadata: { type: object, properties: { before: { type: string }, after: { type: string } } }
`;
    const parameters = `
      parameters:
        - { name: before, in: query, schema: { type: string } }
        - { name: after, in: query, schema: { type: string } }
        - { name: limit, in: query, description: Purchase orders per page., schema: { type: integer, maximum: 50 } }`;
    const more = `
                  list_metadata: { $ref: '#/components/schemas/ListMetadata' }`;
    checkExample(listPaginated, { title: '', bad: text('«get»', '', ''), good: text('get', parameters, more) });
  });

  it('is that of the same part of the API where several are in use, and pages by number need no cursor', () => {
    const text = (mark: string, parameters: string, more: string): string => `openapi: 3.0.3
paths:
  /orders:
    get:
      parameters: [{ $ref: '#/components/parameters/Cursor' }]
      responses: { '200': ${page(`data: { ${items} }, nextCursor: { type: string }`)} }
  /orders/{id}: {}
  /customers:
    get:
      parameters: [{ $ref: '#/components/parameters/Cursor' }]
      responses: { '200': ${page(`data: { ${items} }, nextCursor: { type: string }`)} }
  /customers/{id}: {}
  /reports/daily:
    get:
      parameters: [{ $ref: '#/components/parameters/Page' }, { $ref: '#/components/parameters/PerPage' }]
      responses: { '200': ${page(`data: { ${items} }, total: { type: integer }`)} }
  /reports/daily/{id}: {}
  /reports/weekly:
    get:
      parameters: [{ $ref: '#/components/parameters/Page' }, { $ref: '#/components/parameters/PerPage' }]
      responses: { '200': ${page(`data: { ${items} }, total: { type: integer }`)} }
  /reports/weekly/{id}: {}
  /reports/audits:
    ${mark}:${parameters}
      responses:
        '200':
          description: ok
          content:
            application/json:
              schema:
                type: object
                properties:
                  data: { ${items} }${more}
  /reports/audits/{id}: {}
components:
  parameters:
    Cursor: { name: cursor, in: query, schema: { type: string } }
    Page: { name: page, in: query, schema: { type: integer } }
    PerPage: { name: per_page, in: query, schema: { type: integer, maximum: 100 } }
`;
    const parameters = `
      parameters: [{ $ref: '#/components/parameters/Page' }, { $ref: '#/components/parameters/PerPage' }]`;
    const more = `
                  total: { type: integer }`;
    checkExample(listPaginated, { title: '', bad: text('«get»', '', ''), good: text('get', parameters, more) });
  });

  it('puts a bare array into the object the other lists have', () => {
    const text = (mark: string, rest: string): string => `swagger: '2.0'
paths:
  /users:
    get:
      parameters:
        - { name: page_token, in: query, type: string }
      responses:
        200:
          description: ok
          schema:
            type: object
            required: [users]
            properties:
              users: { type: array, items: { $ref: '#/definitions/User' } }
              next_page_token: { type: string, description: Leads to more users. }
  /users/{id}: {}
  /events:
    ${mark}:${rest}
definitions:
  User: { type: object }
  Event: { type: object }
`;
    const bad = `
      responses:
        200:
          description: ok
          schema:
            type: array
            items: { $ref: '#/definitions/Event' }`;
    const good = `
      parameters:
        - { name: page_token, in: query, type: string }
      responses:
        200:
          description: ok
          schema:
            type: object
            required: [events]
            properties:
              events: { type: array, items: { $ref: '#/definitions/Event' } }
              next_page_token: { type: string, description: Leads to more events. }`;
    checkExample(listPaginated, { title: '', bad: text('«get»', bad), good: text('get', good) });
  });

  it('says how pages that hand out no cursor lead on', () => {
    const text = (cursor: string, more: string): string => `openapi: 3.1.0
paths:
  /users:
    get:
      parameters:
        - { name: cursor, in: query, schema: { type: string } }
      responses: { '200': ${page(`items: { ${items} }, paging: { type: object, properties: { after: { type: string } } }, total: { type: integer }`)} }
  /users/{id}: {}
  /orders:
    get:
      parameters:
        - { name: ${cursor}, in: query, schema: { type: string } }
      responses:
        '200':
          description: ok
          content:
            application/json:
              schema:
                type: object
                properties:
                  items: { ${items} }${more}
  /orders/{id}: {}
`;
    const more = `
                  paging: { type: object, properties: { after: { type: string } } }`;
    checkExample(pageNextReturned, { title: '', bad: text('«cursor»', ''), good: text('cursor', more) });
  });

  it('hands out what a cursor takes that only the server can make, though the list it is taken from does not', () => {
    const text = (mark: string, parameters: string, more: string): string => `openapi: 3.1.0
paths:
  /users:
    get:
      parameters:
        - { name: after, in: query, description: An opaque token of the page., schema: { type: string } }
      responses:
        '200': ${page(`users: { ${items} }`)}
  /users/{id}: {}
  /orders:
    ${mark}:${parameters}
      responses:
        '200': ${page(`orders: { ${items} }${more}`)}
  /orders/{id}: {}
`;
    const parameters = `
      parameters:
        - { name: after, in: query, description: An opaque token of the page., schema: { type: string } }`;
    const next = ', nextAfter: { type: string, description: Where the next page starts; absent after the last page. }';
    checkExample(listPaginated, { title: '', bad: text('«get»', '', ''), good: text('get', parameters, next) });
  });
});
