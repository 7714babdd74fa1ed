import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { errorResponseDocumented } from '#rules/openapi/error-response-documented.ts';
import { findingsIn, reviewFiles } from './check-rule.ts';

const paths = `openapi: 3.1.0
paths:
  /orders:
    post:
      responses:
        '201': { description: The order. }
`;

/** How safe the first fix of the one finding is. */
function safetyIn(text: string): string | undefined {
  const [finding] = findingsIn(reviewFiles({ 'openapi.yaml': text }, [errorResponseDocumented]), 'openapi.yaml');
  return finding?.fixes[0]?.safety;
}

describe('documenting an error', () => {
  it('is safe with a response the description has', () => {
    assert.equal(safetyIn(`${paths}components:\n  responses:\n    Problem: { description: It failed. }\n`), 'safe');
  });

  it('is for a person to decide where it brings a format the description never spoke of', () => {
    assert.equal(safetyIn(paths), 'review');
  });
});
