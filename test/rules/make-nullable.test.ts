import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { nullableMatches } from '#rules/cross/nullable-matches.ts';
import { applyFixes, findingsIn, reviewFiles } from './check-rule.ts';

const schema = 'model Note {\n  id   Int     @id\n  text String?\n}\n';

function description(head: string, place: string, property: string, others: string): string {
  const isOld = head.startsWith('swagger');
  const content = `schema: { $ref: '#/${place}/Note' }`;
  const body = isOld
    ? `          ${content}`
    : `          content:\n            application/json:\n              ${content}`;
  const schemas = `
Note:
  type: object
  required: [text]
  properties:
    text:${property}
Text: { type: string }
Kind: { type: string, enum: [a, b] }${others}
`;
  const depth = isOld ? '  ' : '    ';
  return `${head}
paths:
  /notes/{id}:
    get:
      responses:
        '200':
          description: The note.
${body}
${isOld ? 'definitions:' : 'components:\n  schemas:'}${schemas.replace(/\n(?=.)/g, `\n${depth}`)}`;
}

/** The lines of the property after the fix, without what stands before them. */
function fixed(head: string, property: string, others = ''): string {
  const place = head.startsWith('swagger') ? 'definitions' : 'components/schemas';
  const files = { 'openapi.yaml': description(head, place, property, others), 'schema.prisma': schema };
  const reviewed = reviewFiles(files, [nullableMatches]);
  const [fix] = findingsIn(reviewed, 'openapi.yaml').flatMap(({ fixes }) => fixes);
  assert.ok(fix);
  const text = applyFixes(reviewed, files, [fix])['openapi.yaml'] ?? '';
  const [, after = ''] = /\n *text:(.*?)\n *Text:/s.exec(text) ?? [];
  return after.replace(/\n */g, '\n').trim();
}

describe('a property that may be null', () => {
  const pointer = "'#/components/schemas/Text'";

  it('has null among its types from 3.1 on', () => {
    assert.equal(fixed('openapi: 3.1.0', ' { type: string }'), "{ type: [string, 'null'] }");
    assert.equal(
      fixed('openapi: 3.1.0', ' { type: string, enum: [a, b] }'),
      "{ type: [string, 'null'], enum: [a, b, null] }",
    );
  });

  it('has null as an alternative to a reference, as others have', () => {
    const other = "\nOther: { oneOf: [{ type: string }, { type: 'null' }] }";
    assert.equal(
      fixed('openapi: 3.1.0', ` { $ref: ${pointer} }`),
      `{ anyOf: [{ $ref: ${pointer} }, { type: 'null' }] }`,
    );
    assert.equal(
      fixed('openapi: 3.1.0', ` { $ref: ${pointer} }`, other),
      `{ oneOf: [{ $ref: ${pointer} }, { type: 'null' }] }`,
    );
  });

  it('is nullable beside a type in 3.0', () => {
    assert.equal(fixed('openapi: 3.0.3', ' { type: string }'), '{ type: string, nullable: true }');
    assert.equal(
      fixed('openapi: 3.0.3', `\n      $ref: ${pointer}`),
      `allOf:\n- $ref: ${pointer}\ntype: string\nnullable: true`,
    );
    assert.equal(
      fixed('openapi: 3.0.3', '\n      type: string\n      enum: [a, b]'),
      'type: string\nnullable: true\nenum: [a, b, null]',
    );
  });

  it('is marked in 2.0', () => {
    assert.equal(fixed("swagger: '2.0'", ' { type: string }'), '{ type: string, x-nullable: true }');
  });
});
