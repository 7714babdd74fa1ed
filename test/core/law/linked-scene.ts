import type { Random } from '../../support/random.ts';
import { happens } from './chance.ts';

/** A description whose parts name each other without a `$ref`: operations by their ids, tags, scopes, variables of servers, values of messages. */
export function linkedApi(random: Random): string {
  const version = happens(random, 0.5) ? '3.2.0' : happens(random, 0.5) ? '3.1.0' : '3.0.3';
  return `openapi: ${version}
info: { title: T, version: '1' }
servers:
  - url: https://{region}.example.com/{region}${happens(random, 0.5) ? '/' : ''}
    variables:
      region: { enum: [eu, us], default: ${happens(random, 0.5) ? 'eu' : 'ue'} }
tags:
  - { name: orders }
  - { name: lines, parent: ${happens(random, 0.5) ? 'orders' : 'lines'} }
  - { name: more, parent: order }
${happens(random, 0.3) ? '  - { name: orders }\n' : ''}security:
  - oauth: [read]
paths:
  /orders?state={state}:
    get: { operationId: find, tags: [order], responses: { '200': { $ref: '#/components/responses/Order' } } }
  /orders:
    post:
      operationId: create
      tags: [orders]
      security: [{ oauth: [reed] }]
      parameters:
        - { name: limit, in: query, style: deepObject, schema: { type: integer } }
        - $ref: '#/components/parameters/Limit'
        - { name: Accept, in: header, schema: { type: string } }
      requestBody:
        content:
          multipart/form-data:
            schema: { $ref: '#/components/schemas/Order' }
            encoding: { ids: { style: form } }
      callbacks:
        done:
          '{$request.body#/hook}': { post: { operationId: done } }
          '{$request.query.limit}/{$request.body.hook}': { post: {} }
      responses:
        '201':
          description: Created.
          content: { application/json: { schema: { $ref: '#/components/schemas/Order' } } }
          links:
            order: { operationId: show, parameters: { id: $response.body#/id } }
            same: { operationRef: '#/paths/~1orders~1{id}/get', parameters: { ids: $response.body#/idd } }
            shared: { $ref: '#/components/links/Next' }
  /orders/{id}/lines/{id}:
    parameters: [{ name: id, in: path, schema: { type: string } }]
    get: { operationId: lines, responses: { '200': { $ref: '#/components/responses/Order' } } }
  /orders/{id}:
    get:
      operationId: ${happens(random, 0.5) ? 'show' : 'shows'}
      parameters:
        - { name: id, in: path, required: true, schema: { type: string } }
        - { name: all, in: querystring, schema: { type: object } }
        - { name: filter, in: query, content: { text/plain: {}, application/json: {} } }
      responses: { '200': { $ref: '#/components/responses/Order' } }
components:
  securitySchemes:
    oauth: { type: oauth2, flows: { clientCredentials: { tokenUrl: /t, scopes: { read: Read. } } } }
  parameters:
    Limit: { name: limit, in: query, schema: { type: integer } }
  links:
    Next: { operationId: find, parameters: { state: $response.body#/state } }
  responses:
    Order:
      description: The order.
      headers: { Content-Type: { schema: { type: string } } }
      links: { self: { operationId: show, parameters: { id: $request.path.id } } }
  schemas:
    Order: { type: object, properties: { id: { type: string }, hook: { type: string } } }
`;
}

/** The same for 2.0: bodies, forms and what they are sent as. */
export function formApi(random: Random): string {
  return `swagger: '2.0'
info: { title: T, version: '1' }
consumes: [${happens(random, 0.5) ? 'application/json' : 'multipart/form-data'}]
security: [{ key: [read], oauth: [read, write] }]
paths:
  /files:
    parameters:
      - { name: note, in: formData, type: string }
    post:
      parameters:
        - { name: file, in: formData, type: file }
        - { name: file, in: ${happens(random, 0.5) ? 'formData' : 'body'}, type: file }
        - $ref: '#/parameters/Order'
    put:
      consumes: [application/json]
      parameters:
        - { name: ids, in: header, type: array, items: { type: string }, collectionFormat: multi }
parameters:
  Order: { name: order, in: ${happens(random, 0.5) ? 'body' : 'formData'}, schema: {} }
securityDefinitions:
  key: { type: apiKey, in: header, name: X-Key }
  oauth: { type: oauth2, flow: implicit, authorizationUrl: /a, scopes: { read: Read. } }
`;
}
