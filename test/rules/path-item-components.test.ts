import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { rulebook } from '#rules/rulebook.ts';
import { judgesStructure } from '../support/structure-rules.ts';
import { findingsIn, reviewFiles } from './check-rule.ts';

const rules = rulebook.rules.filter((rule) => rule.recommended && !judgesStructure(rule));

const pathItem = `      parameters:
        - { name: id, in: path, required: true, schema: { type: string } }
      get:
        responses:
          '400': { description: Bad. }
`;

const told = (text: string): readonly string[] =>
  findingsIn(reviewFiles({ 'openapi.yaml': text }, rules), 'openapi.yaml').map(({ message }) => message);

describe('A path item among the components', () => {
  it('is read as the path that refers to it', () => {
    const messages = told(`openapi: 3.1.0
paths:
  /books/{id}: { $ref: '#/components/pathItems/Book' }
components:
  pathItems:
    Book:
${pathItem}`);
    assert.ok(messages.includes('GET /books/{id} documents no successful response.'), messages.join('\n'));
    assert.ok(messages.every((message) => !message.includes('GET Book')));
  });

  it('is read once where several paths refer to it', () => {
    const messages = told(`openapi: 3.1.0
paths:
  /books/{isbn}: { $ref: '#/components/pathItems/Book' }
  /books/{id}/cover: { $ref: '#/components/pathItems/Book' }
components:
  pathItems:
    Book:
${pathItem}`);
    const unsuccessful = messages.filter((message) => message.endsWith('documents no successful response.'));
    assert.equal(unsuccessful.length, 1, messages.join('\n'));
  });

  it('is no path where nobody refers to it, and its references lead somewhere', () => {
    const text = `openapi: 3.1.0
paths: {}
components:
  pathItems:
    Book:
${pathItem.replace('{ description: Bad. }', "{ $ref: '#/components/responses/Bad' }")}`;
    assert.deepEqual(told(text), [
      '“#/components/responses/Bad” leads nowhere: this file has no such place. Correct it, or add what it names.',
    ]);
  });
});
