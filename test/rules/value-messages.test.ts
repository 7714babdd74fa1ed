import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { rules } from '#rules/index.ts';
import { findingsIn, reviewFiles } from './check-rule.ts';

const judges = rules.filter(({ id }) => id === 'openapi/example-fits-schema');

/** What is told of an example, in the order of the text. */
function messagesOf(example: string, schema: string): readonly string[] {
  const text = `openapi: 3.1.0\ncomponents:\n  schemas:\n    A:\n      example: ${example}\n      ${schema}\n`;
  return findingsIn(reviewFiles({ 'openapi.yaml': text }, judges), 'openapi.yaml').map(({ message }) => message);
}

describe('the place of a wrong value', () => {
  it('counts items from one, however deep they are', () => {
    const list = 'properties: { lines: { type: array, items: { properties: { price: { type: number } } } } }';
    assert.deepEqual(messagesOf('{ lines: [{ price: 1 }, { price: x }] }', list), [
      '“price” in item 2 of “lines” in the example is the string “x”, not a number.',
    ]);
    assert.deepEqual(messagesOf('[1, x]', 'type: array\n      items: { type: integer }'), [
      'Item 2 of the example is the string “x”, not an integer.',
    ]);
    const deep = 'type: array\n      items: { type: array, items: { type: integer } }';
    assert.deepEqual(messagesOf('[[1], [2, x]]', deep), [
      'Item 2 of item 2 of the example is the string “x”, not an integer.',
    ]);
  });

  it('takes keys that are numbers for names', () => {
    const map = 'additionalProperties: { type: integer }';
    assert.deepEqual(messagesOf("{ '404': x }", map), ['“404” in the example is the string “x”, not an integer.']);
  });
});

describe('a value that fits none of several schemas', () => {
  const branch = (name: string, type: string): string =>
    `{ type: object, required: [${name}], properties: { ${name}: { type: ${type} } } }`;

  it('is told with what the first of the nearest says', () => {
    const schema = `oneOf: [${branch('a', 'integer')}, ${branch('b', 'integer')}, { type: string }]`;
    assert.deepEqual(messagesOf('{ c: 1 }', schema), [
      'The example fits none of the 3 schemas in “oneOf”; by item 1 of these, it lacks “a”, which its schema requires.',
    ]);
    const other = `anyOf: [{ type: string }, { properties: { a: { type: integer } } }, { properties: { a: { type: boolean } } }]`;
    assert.deepEqual(messagesOf('{ a: x }', other), [
      'The example fits none of the 3 schemas in “anyOf”; by item 2 of these, “a” is the string “x”, not an integer.',
    ]);
  });

  it('is wrong in the property that tells them apart where all want another value there', () => {
    const kind = (value: string): string => `{ type: object, properties: { kind: { const: ${value} } } }`;
    assert.deepEqual(messagesOf('{ kind: bird }', `oneOf: [${kind('cat')}, ${kind('dog')}]`), [
      '“kind” in the example is “bird”, not “cat” or “dog”.',
    ]);
  });

  it('is told without more where none is of its type', () => {
    assert.deepEqual(messagesOf('[1]', 'oneOf: [{ type: string }, false]'), [
      'The example fits none of the 2 schemas in “oneOf”.',
    ]);
  });
});
