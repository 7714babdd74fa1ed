import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { neighbours } from '#rules/fixes/openapi/document-response.ts';

describe('a new status', () => {
  const goesAfter = (statuses: readonly string[], status: string) =>
    neighbours(statuses, status).after.find((other) => statuses.includes(other));

  it('goes after the last lower one of its class', () => {
    assert.equal(goesAfter(['200', '401', '400'], '404'), '400');
    assert.equal(goesAfter(['400', '200'], '404'), '400');
  });

  it('goes after the last lower one where it is the first of its class', () => {
    assert.equal(goesAfter(['201', '200'], '404'), '200');
  });
});
