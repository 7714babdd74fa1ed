import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { bodySchemaDeclared } from '#rules/openapi/body-schema-declared.ts';
import { reviewFiles } from './check-rule.ts';

/** The titles of the fixes offered for a body with this example. */
function offered(example: string): readonly string[] {
  const text = `openapi: 3.1.0
paths:
  /orders:
    post:
      requestBody: { content: { application/json: { example: ${example} } } }
      responses: { '201': { description: A } }
`;
  const files = [...reviewFiles({ 'openapi.yaml': text }, [bodySchemaDeclared]).files.values()];
  const findings = files.flatMap((file) => file.findings);
  assert.equal(findings.length, 1);
  return findings.flatMap(({ fixes }) => fixes.map(({ title }) => title));
}

describe('a schema made from an example', () => {
  it('is offered where the example is a body', () => {
    const title = 'Describe the application/json request body by a schema made from its example';
    for (const example of [
      '{ type: gift, schema: a }',
      '{ type: object }',
      '[{ schema: 1 }]',
      '{ properties: { a: 1 } }',
    ])
      assert.deepEqual(offered(example), [title], example);
  });

  it('is not offered where the example is a schema', () => {
    const examples = [
      '{ schema: { type: object } }',
      '{ type: object, properties: { id: { type: string } } }',
      '{ type: array, items: { type: string } }',
      "{ $ref: '#/components/schemas/Order' }",
      "{ $schema: 'https://json-schema.org/draft/2020-12/schema', type: string }",
    ];
    for (const example of examples) assert.deepEqual(offered(example), [], example);
  });
});
