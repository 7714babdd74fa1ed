import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { insertAt } from './review-document.ts';

/** Pages by number, in snake case, with errors of its own. */
const shop = `openapi: 3.1.0
info: { title: Shop, version: 1.0.0 }
servers: [{ url: https://api.example.com }]
security: [{ token: [] }]
paths:
  /users:
    get:
      operationId: list_users
      summary: List users
      parameters:
        - $ref: '#/components/parameters/Page'
        - { name: per_page, in: query, description: Users per page., schema: { type: integer, maximum: 50, default: 10 } }
      responses:
        '200':
          description: ok
          content:
            application/vnd.api+json:
              schema:
                type: object
                required: [data, total_count]
                properties:
                  data: { type: array, items: { $ref: '#/components/schemas/User' } }
                  total_count: { type: integer, description: How many users there are. }
        default: { $ref: '#/components/responses/Error' }
  /users/{user_id}:
    parameters: [{ name: user_id, in: path, required: true, schema: { type: string } }]
    get:
      operationId: get_user
      summary: One
      responses:
        '200': { description: ok, content: { application/vnd.api+json: { schema: { $ref: '#/components/schemas/User' } } } }
        default: { $ref: '#/components/responses/Error' }
  /payments:
    post:
      operationId: create_payment
      summary: Pay
      parameters: [{ name: X-Idempotency-Key, in: header, required: true, schema: { type: string } }]
      responses: { '201': { description: ok }, default: { $ref: '#/components/responses/Error' } }
  /refunds:
    post:
      operationId: create_refund
      summary: Refund
      responses: { '201': { description: ok }, default: { $ref: '#/components/responses/Error' } }
components:
  securitySchemes: { token: { type: http, scheme: bearer } }
  parameters:
    Page: { name: page, in: query, schema: { type: integer, minimum: 1 } }
  responses:
    Error: { description: It failed., content: { application/json: { schema: { $ref: '#/components/schemas/Error' } } } }
  schemas:
    User: { type: object, properties: { id: { type: string }, first_name: { type: string }, created_at: { type: string, format: date-time } } }
    Error: { type: object, properties: { code: { type: string }, error_message: { type: string } } }
`;
/** The shop after a pattern was put in. */
function withPattern(id: string, marker: string): string {
  const inserted = insertAt({ 'openapi.yaml': shop }, 'openapi.yaml', id, marker);
  assert.ok(!('problem' in inserted), 'problem' in inserted ? inserted.problem : '');
  return inserted.files['openapi.yaml'] ?? '';
}

function assertHolds(text: string, part: string): void {
  assert.ok(text.includes(part), `${part}\nis not in\n${text}`);
}

describe('a pattern in a description with a style of its own', () => {
  for (const id of ['oas-list-cursor', 'oas-list-offset'])
    it(`${id} pages as the other lists do`, () => {
      const text = withPattern(id, 'title: Shop');
      assertHolds(
        text,
        `  /items:
    get:
      operationId: list_items
      summary: List items
      parameters:
        - $ref: '#/components/parameters/Page'
        - { name: per_page, in: query, description: Items per page., schema: { type: integer, maximum: 50, default: 10 } }
      responses:
        '200':
          description: A page of items.
          content:
            application/vnd.api+json:
              schema:
                type: object
                required: [data, total_count]
                properties:
                  data: { type: array, items: { $ref: '#/components/schemas/Item' } }
                  total_count: { type: integer, description: How many items there are. }
`,
      );
      assert.doesNotMatch(text, /cursor|createdAt|problem/i);
    });

  it('has errors like the others, and names in their casing', () => {
    const text = withPattern('oas-soft-delete', 'title: Shop');
    assertHolds(text, '/items/{item_id}/restore:');
    assertHolds(text, '- { name: include_deleted, in: query, ');
    assertHolds(text, 'required: [id, name, created_at, updated_at]');
    assertHolds(text, 'stays stored with deleted_at set');
    assertHolds(
      text,
      `    Conflict: { description: The request conflicts with what is there already., content: { application/json: { schema: { $ref: '#/components/schemas/Error' } } } }
`,
    );
    assert.doesNotMatch(text, /Problem|deletedAt|itemId/);
  });

  it('has tags, and the errors that others document, as they are', () => {
    const failure = (status: string, description: string): string => `        '${status}':
          description: ${description}
          content:
            application/json:
              schema:
                $ref: '#/components/schemas/Fault'
`;
    const operation = (path: string, tag: string): string => `  ${path}:
    get:
      tags: [${tag}]
      operationId: read${tag}
      summary: Read
      responses:
        '200': { description: ok }
${failure('400', 'Bad input')}${failure('500', 'Internal error')}`;
    const text = `openapi: 3.1.0
info: { title: Shop, version: 1.0.0 }
paths:
${operation('/orders', 'Orders')}${operation('/carts', 'Carts')}${operation('/shops', 'Shops')}components:
  schemas:
    Fault: { type: object, properties: { message: { type: string } } }
`;
    const inserted = insertAt({ 'openapi.yaml': text }, 'openapi.yaml', 'oas-list-cursor', 'title: Shop');
    assert.ok(!('problem' in inserted), 'problem' in inserted ? inserted.problem : '');
    const after = inserted.files['openapi.yaml'] ?? '';
    assertHolds(after, '  /items:\n    get:\n      tags: [Items]\n');
    assertHolds(after, failure('400', 'Bad input'));
    assertHolds(after.slice(after.indexOf('/items:')), failure('500', 'Internal error'));
    assert.doesNotMatch(after.slice(after.indexOf('/items:')), /Problem|'429'|^ {8}default:/m);
  });

  it('takes the key that other requests take', () => {
    const text = withPattern('oas-idempotency-key', 'operationId: create_refund');
    assertHolds(
      text,
      `      summary: Refund
      parameters: [{ name: X-Idempotency-Key, in: header, schema: { type: string } }]
`,
    );
    assert.doesNotMatch(text, /\bIdempotencyKey\b/);
  });
});
