import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { rulebook } from '#rules/rulebook.ts';
import { findingsIn, reviewFiles } from './check-rule.ts';

const good = `openapi: 3.0.3
info: { title: Library, version: 1.0.0 }
servers:
  - url: https://api.example.com
security:
  - key: []
paths:
  /books/{id}:
    parameters:
      - name: id
        in: path
        required: true
        schema: { type: string }
    put:
      operationId: putBook
      requestBody:
        content:
          application/json:
            schema: { $ref: '#/components/schemas/Book' }
      responses:
        '200':
          description: The book.
          content:
            application/json:
              schema: { $ref: '#/components/schemas/Book' }
        '401': { $ref: '#/components/responses/Problem' }
        '404': { $ref: '#/components/responses/Problem' }
        '429':
          description: Too many requests.
          headers:
            Retry-After: { schema: { type: integer } }
          content:
            application/problem+json:
              schema: { $ref: '#/components/schemas/Problem' }
        default: { $ref: '#/components/responses/Problem' }
components:
  responses:
    Problem:
      description: It failed.
      content:
        application/problem+json:
          schema: { $ref: '#/components/schemas/Problem' }
  schemas:
    Book:
      type: object
      properties:
        name: { type: string }
      example: { name: Emma }
    Problem:
      type: object
      properties:
        title: { type: string }
        status: { type: integer }
        detail: { type: string }
        type: { type: string }
      example: { title: Broken }
  securitySchemes:
    key: { type: http, scheme: bearer }
`;

/** What is done to the description, from and to, and the one rule that tells of it. */
const faults: readonly (readonly [string, string, string])[] = [
  ['    parameters:\n', '    paramters:\n', 'field-known'],
  ['    parameters:\n      - name: id', '    parameters:\n      - nam: id', 'field-known'],
  ['        in: path', '        inn: path', 'field-known'],
  ['        in: path', '        in: pth', 'value-allowed'],
  ['        in: path', '        in: 1', 'field-typed'],
  ['        required: true\n', '        requred: true\n', 'field-known'],
  ['        required: true\n', "        required: 'true'\n", 'field-typed'],
  ['        schema: { type: string }', '        type: string', 'field-known'],
  ['      requestBody:\n', '      requestbody:\n', 'field-known'],
  [
    '        content:\n          application/json:\n            schema:',
    '        contents:\n          application/json:\n            schema:',
    'field-known',
  ],
  ['            schema: { $ref', '            schma: { $ref', 'field-known'],
  ['      responses:\n', '      response:\n', 'field-known'],
  ["        '200':\n", '        200 OK:\n', 'key-well-formed'],
  ["        '200':\n          description: The book.\n", "        '200':\n          description: 1\n", 'field-typed'],
  [
    "        '200':\n          description: The book.\n",
    "        '200':\n          desciption: The book.\n",
    'field-known',
  ],
  ["        '200':\n          description: The book.\n", "        '200':\n", 'field-required'],
  ['          headers:\n', '          header:\n', 'field-known'],
  ["        '404': { $ref: '#/components/responses/Problem' }", "        '404': Not found", 'field-typed'],
  [
    '      type: object\n      properties:\n        name',
    '      type: object\n      propertes:\n        name',
    'field-known',
  ],
  ['    Book:\n      type: object', '    Book:\n      type: objct', 'value-allowed'],
  ['key: { type: http, scheme: bearer }', 'key: { typ: http, scheme: bearer }', 'field-known'],
  ['key: { type: http, scheme: bearer }', 'key: { type: htp, scheme: bearer }', 'value-allowed'],
  ['key: { type: http, scheme: bearer }', 'key: { type: http, name: X-Key, in: header }', 'field-known'],
  [
    'key: { type: http, scheme: bearer }',
    'key: { type: http, scheme: bearer, name: X-Key, in: header }',
    'field-known',
  ],
  [
    'key: { type: http, scheme: bearer }',
    "key: { type: oauth2, flow: implicit, authorizationUrl: 'https://a.example.com', scopes: { a: Read } }",
    'field-known',
  ],
  [
    'name: { type: string }',
    'name: { type: string, minLength: 9, maxLength: 3, default: Lear }',
    'schema-bounds-ordered',
  ],
  [
    'name: { type: string }\n      example: { name: Emma }',
    'pages: { type: integer, minimum: 9, exclusiveMaximum: true, maximum: 9 }\n      example: { pages: 9 }',
    'schema-bounds-ordered',
  ],
  [
    'name: { type: string }\n      example: { name: Emma }',
    'name: { type: string }\n      allOf: [{ properties: { name: { type: object } } }]\n      example: { name: Emma }',
    'schema-all-of-satisfiable',
  ],
  [
    'Book:\n      type: object\n      properties:\n        name: { type: string }\n      example: { name: Emma }',
    'Book:\n      allOf: [{ type: string }, { type: object }]\n      example: { name: Emma }',
    'schema-all-of-satisfiable',
  ],
  ['info: {', 'inf: {', 'field-known'],
  ['version: 1.0.0', 'version: 1.0', 'field-typed'],
  ['servers:\n', 'server:\n', 'field-known'],
  ['paths:\n', 'path:\n', 'field-known'],
];

describe('one fault', () => {
  it('none is told of where there is none', () => assert.deepEqual(told(good), []));

  for (const [from, to, rule] of faults) {
    it(`is one finding: ${to.trim().split('\n')[0]} for ${from.trim().split('\n')[0]}`, () => {
      assert.ok(good.includes(from));
      assert.deepEqual(told(good.replace(from, to)), [`openapi/${rule}`]);
    });
  }
});

function told(text: string): readonly string[] {
  const rules = rulebook.rules.filter(({ recommended }) => recommended);
  return findingsIn(reviewFiles({ 'openapi.yaml': text }, rules), 'openapi.yaml').map(({ ruleId }) => ruleId);
}
