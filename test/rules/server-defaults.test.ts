import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { serverVariablesMatch } from '#rules/openapi/server-variables-match.ts';
import { findingsIn, reviewFiles } from './check-rule.ts';

function messages(version: string): readonly string[] {
  const text = `openapi: ${version}
servers:
  - url: https://{region}.example.com
    variables: { region: { enum: [eu], default: us } }
paths: {}
`;
  const name = 'openapi.yaml';
  return findingsIn(reviewFiles({ [name]: text }, [serverVariablesMatch]), name).map(({ message }) => message);
}

describe('a default that a server variable does not allow', () => {
  it('is told with what the version demands', () => {
    const told = 'The default “us” of the server variable “region” is not one of its values, as it';
    assert.deepEqual(messages('3.0.3'), [`${told} should be in OpenAPI 3.0.`]);
    for (const version of ['3.1.0', '3.2.0'])
      assert.deepEqual(messages(version), [`${told} must be from OpenAPI 3.1 on.`]);
  });
});
