import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { serverDefaultAllowed } from '#rules/openapi/server-default-allowed.ts';
import { serverVariablesMatch } from '#rules/openapi/server-variables-match.ts';
import { findingsIn, reviewFiles } from './check-rule.ts';

function told(version: string): readonly (readonly [severity: string, message: string])[] {
  const text = `openapi: ${version}
servers:
  - url: https://{region}.example.com
    variables: { region: { enum: [eu], default: us } }
paths: {}
`;
  const name = 'openapi.yaml';
  return findingsIn(reviewFiles({ [name]: text }, [serverVariablesMatch, serverDefaultAllowed]), name).map(
    ({ severity, message }) => [severity, message],
  );
}

describe('a default that a server variable does not allow', () => {
  it('is a warning where the version says that it should be, and an error where it must', () => {
    const start = 'The default “us” of the server variable “region” is not one of its values, as it';
    assert.deepEqual(told('3.0.3'), [['warning', `${start} should be in OpenAPI 3.0.`]]);
    for (const version of ['3.1.0', '3.2.0'])
      assert.deepEqual(told(version), [['error', `${start} must be from OpenAPI 3.1 on.`]]);
  });
});
