import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { rules } from '#rules/index.ts';
import { findingsIn, reviewFiles } from './check-rule.ts';

function told(rule: string, schemas: string): readonly string[] {
  const text = `openapi: 3.1.0\ncomponents:\n  schemas:\n${schemas}`;
  const judges = rules.filter(({ id }) => id === `openapi/${rule}`);
  return findingsIn(reviewFiles({ 'openapi.yaml': text }, judges), 'openapi.yaml').map(({ message }) => message);
}

describe('messages about what has no name', () => {
  it('say which branch of a discriminator is meant', () => {
    const branch = (more: string) => `{ type: object, properties: { kind: { type: string } }${more} }`;
    const pet = (branches: readonly string[]) =>
      `    Pet: { oneOf: [${branches.join(', ')}], discriminator: { propertyName: kind } }\n`;
    assert.deepEqual(told('discriminator-property-present', pet([branch(', required: [kind]'), branch('')])), [
      'The discriminator of “Pet” is “kind”, but “oneOf/1” does not require it.',
    ]);
    assert.deepEqual(told('discriminator-property-present', pet([branch(''), branch('')])), [
      'The discriminator of “Pet” is “kind”, but “oneOf/0” and “oneOf/1” do not require it.',
    ]);
    assert.deepEqual(told('discriminator-property-present', pet(Array.from({ length: 5 }, () => branch('')))), [
      'The discriminator of “Pet” is “kind”, but 5 of its branches do not require it.',
    ]);
  });

  it('count the items of a default, and say whose it is', () => {
    assert.deepEqual(
      told(
        'default-fits-schema',
        `    Tags: { type: array, items: { type: string, enum: [a, b] }, default: [a, c] }
    Order:
      type: object
      properties:
        lines: { type: array, items: { type: object, properties: { n: { type: integer } } }, default: [{ n: x }] }
        items: { type: array, items: { type: string, default: [a] } }
        page: { type: integer, default: first }
`,
      ),
      [
        'Item 2 of the default of “Tags” is “c”, not “a” or “b”.',
        '“n” in item 1 of the default of “lines” is the string “x”, not an integer.',
        'The default of the items of “items” is a list, not a string.',
        'The default of “page” is the string “first”, not an integer.',
      ],
    );
  });

  it('say of an operation that is a reference what may be one', () => {
    const text = `openapi: 3.0.3\npaths:\n  /a:\n    get: { $ref: a.yaml }\n    parameters: { $ref: b.yaml }\n`;
    const judges = rules.filter(({ id }) => id === 'openapi/reference-allowed');
    assert.deepEqual(
      findingsIn(reviewFiles({ 'openapi.yaml': text }, judges), 'openapi.yaml').map(({ message }) => message),
      [
        '“get” is a reference, and the specification allows none there: let whole paths refer to files with their operations, or write these out.',
        '“parameters” is a reference, and the specification allows none there: write out what stands there, or refer to its parts.',
      ],
    );
  });
});
