import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { rules } from '#rules/index.ts';
import { findingsIn, reviewFiles } from './check-rule.ts';

function titlesOf(schema: string): readonly (readonly string[])[] {
  const text = `openapi: 3.1.0\ncomponents:\n  schemas:\n    A: ${schema}\n`;
  const judges = rules.filter(({ id }) => id === 'openapi/schema-keyword-fits-type');
  return findingsIn(reviewFiles({ 'openapi.yaml': text }, judges), 'openapi.yaml').map(({ fixes = [] }) =>
    fixes.map(({ title }) => title),
  );
}

describe('what an array requires', () => {
  const remove = 'Remove “required”';

  it('is required of its items where they have such properties', () => {
    assert.deepEqual(titlesOf('{ type: array, items: { type: object, properties: { b: {} } }, required: [b] }'), [
      ['Move “required” to the items', remove],
    ]);
  });

  it('goes where they have none, are elsewhere, or say it themselves', () => {
    for (const items of [
      '{ properties: { c: {} } }',
      '{ $ref: "#/x" }',
      '{ properties: { b: {} }, required: [b] }',
      '{}',
    ])
      assert.deepEqual(titlesOf(`{ type: array, items: ${items}, required: [b] }`), [[remove]]);
  });
});
