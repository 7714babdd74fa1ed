import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { itemNotFoundDocumented } from '#rules/openapi/item-not-found-documented.ts';
import { reviewFiles } from './check-rule.ts';

const path = (name: string, statuses: string) =>
  `  /${name}/{id}:\n    parameters: [{ name: id, in: path, required: true }]\n    get: { responses: { '200': { description: A }, '401': { description: B }${statuses} } }\n`;

function told(texts: readonly string[]): readonly string[] {
  const files = { 'openapi.yaml': `openapi: 3.1.0\npaths:\n${texts.join('')}` };
  const reviewed = reviewFiles(files, [itemNotFoundDocumented]);
  return [...reviewed.files.values()].flatMap(({ findings }) => findings.map(({ message }) => message));
}

describe('The number of operations on one resource', () => {
  const lacking = [path('a', ''), path('b', '')];

  it('counts those whose 404 says that nothing was found', () => {
    const documented = [path('c', `, '404': { description: Component not found }`)];
    assert.deepEqual(told([...lacking, ...documented]), [
      '2 of 3 operations on one resource that should document 404 do not.',
    ]);
  });

  it('leaves out those that say it of another status', () => {
    const refused = [path('c', `, '400': { description: Component not found }`)];
    assert.deepEqual(told([...lacking, ...refused]), [
      'None of the 2 operations on one resource that should document 404 does. Begin with GET /a/{id} and GET /b/{id}.',
    ]);
  });
});
