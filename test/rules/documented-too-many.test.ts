import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { rateLimitDocumented } from '#rules/openapi/rate-limit-documented.ts';
import { reviewFiles } from './check-rule.ts';

const operation = (path: string, responses: string) =>
  `  ${path}:\n    get: { responses: { '200': { description: A }${responses} } }\n`;

function told(paths: readonly string[]): readonly string[] {
  const servers = 'servers: [{ url: https://api.shop.org }]';
  const files = { 'openapi.yaml': `openapi: 3.1.0\n${servers}\npaths:\n${paths.join('')}` };
  const reviewed = reviewFiles(files, [rateLimitDocumented]);
  return [...reviewed.files.values()].flatMap(({ findings }) => findings.map(({ message }) => message));
}

describe('The number of operations without 429', () => {
  const lacking = [operation('/a', ''), operation('/b', ''), operation('/c', '')];

  it('counts a sign-in that documents it', () => {
    const signIn = operation('/login', `, '429': { description: Too many }`);
    const other = operation('/d', `, '429': { description: Too many }`);
    assert.deepEqual(told([...lacking, signIn, other]), ['3 of 5 operations that should document 429 do not.']);
    // Alone it is limited against guessing: nothing is known of the others.
    assert.deepEqual(told([...lacking, signIn]), []);
  });

  it('leaves out a sign-in that does not', () => {
    assert.deepEqual(told([...lacking, operation('/login', '')]), [
      'None of the 3 operations that should document 429 does. Begin with GET /a, GET /b and GET /c.',
    ]);
  });
});
