import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { rules } from '#rules/index.ts';
import { findingsIn, reviewFiles } from './check-rule.ts';

function fixesOf(schema: string): readonly (readonly string[])[] {
  const text = `openapi: 3.1.0\ncomponents:\n  schemas:\n    A: ${schema}\n`;
  const judges = rules.filter(({ id }) => id === 'openapi/default-fits-schema');
  return findingsIn(reviewFiles({ 'openapi.yaml': text }, judges), 'openapi.yaml').map(({ fixes = [] }) =>
    fixes.map(({ title }) => title),
  );
}

describe('a default null that does not fit', () => {
  it('is removed from the schema it is of', () => {
    assert.deepEqual(fixesOf('{ type: string, default: null }'), [['Remove the default null']]);
    assert.deepEqual(fixesOf('{ oneOf: [{ type: string }, { type: array, items: {} }], default: null }'), [
      ['Remove the default null'],
    ]);
  });

  it('stays in a branch, where it is said of the whole', () => {
    assert.deepEqual(fixesOf("{ anyOf: [{ type: object, default: null }, { type: 'null' }] }"), [[]]);
    assert.deepEqual(fixesOf("{ oneOf: [{ type: 'null' }, { type: string, default: null }] }"), [[]]);
  });
});
