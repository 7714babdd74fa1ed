import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { statusNoBody } from '#rules/openapi/status-no-body.ts';
import { findingsIn, reviewFiles } from './check-rule.ts';

describe('the title of an operation', () => {
  it('has the method as it is written', () => {
    const responses = "responses: { '204': { description: None., content: { text/plain: {} } } }";
    const text = `openapi: 3.2.0
paths:
  /s:
    get: { ${responses} }
    query: { ${responses} }
    additionalOperations:
      LINK: { ${responses} }
      Sync: { ${responses} }
`;
    const name = 'openapi.yaml';
    const found = findingsIn(reviewFiles({ [name]: text }, [statusNoBody]), name);
    assert.deepEqual(
      found.flatMap(({ members, message }) => (members.length > 0 ? members.map((each) => each.message) : [message])),
      ['GET /s', 'QUERY /s', 'LINK /s', 'Sync /s'].map(
        (title) => `${title} describes content for 204, which never has any.`,
      ),
    );
  });
});
