import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { habitsOf } from '#core/ask/habits-of.ts';
import { majorityOf } from '#core/openapi/resources/counted-habits.ts';
import { finish } from '#core/work/steps.ts';
import { type Texts, workspaceOf } from './symbol-lines.ts';

const api = `openapi: 3.1.0
paths:
  /gift-orders/{orderId}:
    get:
      parameters:
        - { name: orderId, in: path, required: true, schema: { type: string, format: uuid } }
        - { name: page_token, in: query, schema: { type: string } }
        - $ref: '#/components/parameters/Limit'
      responses:
        '404': { $ref: '#/components/responses/Problem' }
        '400': { description: A, content: { application/json: { schema: { type: object, properties: { code: {}, message: {} } } } } }
        default: { $ref: '#/components/responses/Problem' }
  /users/{userId}:
    get:
      parameters:
        - { name: userId, in: path, required: true, schema: { type: integer } }
        - $ref: '#/components/parameters/Limit'
      responses: {}
components:
  parameters: { Limit: { name: limit, in: query } }
  schemas:
    Order: { properties: { createdAt: {}, id: {}, total_price: {}, lineItems: {} } }
`;

const words = { cursor: new Set(['pagetoken']), offset: new Set(['offset']), limit: new Set(['limit']) };

function habits(texts: Texts) {
  const [description] = workspaceOf(texts).descriptions;
  assert.ok(description);
  return finish(habitsOf(description, words));
}

describe('habitsOf', () => {
  it('counts how things are done', () => {
    const found = habits({ 'api.yaml': api });
    const told = Object.entries(found).map(([kind, counted]) => [
      kind,
      counted.map(({ value, count }) => `${count} ${value}`),
    ]);
    assert.deepEqual(Object.fromEntries(told), {
      segment: ['1 kebab'],
      'path-parameter': ['2 camel'],
      'query-parameter': ['1 snake'],
      property: ['2 camel', '1 snake'],
      id: ['1 integer', '1 uuid'],
      paging: ['1 cursor', '1 limit'],
      error: ['2 Problem', '1 { code, message }'],
    });
  });

  it('counts the parts in other files, and none of text that is not understood', () => {
    const parts = {
      'api.yaml': 'openapi: 3.1.0\npaths:\n  /a: { $ref: a.yaml }\n  /bBc: {]\n',
      'a.yaml': 'parameters: [{ name: aB, in: query }]\n',
    };
    const found = habits(parts);
    assert.deepEqual(found['query-parameter'], [{ value: 'camel', count: 1 }]);
    assert.deepEqual(found.segment, []);
  });

  it('takes for a majority seven of ten, of ten', () => {
    const of = (first: number, second: number) =>
      majorityOf([
        { value: 'a', count: first },
        { value: 'b', count: second },
      ]);
    assert.deepEqual([of(7, 3), of(6, 4), of(6, 1), of(14, 6)], ['a', undefined, undefined, 'a']);
  });
});
