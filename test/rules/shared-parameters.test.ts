import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { resolveFixes } from '#core/fix.ts';
import { applyEdits } from '#core/text/span.ts';
import { parameterShared } from '#rules/openapi/parameter-shared.ts';
import { type Files, findingsIn, reviewFiles } from './check-rule.ts';

const nouns = ['orders', 'users', 'books', 'loans', 'refunds'];
const limit = (maximum: number): string =>
  `{ name: page_limit, in: query, schema: { type: integer, maximum: ${maximum} } }`;
const paths = (maximum: (index: number) => number): string =>
  nouns.map((noun, index) => `  /${noun}: { get: { parameters: [${limit(maximum(index))}] } }\n`).join('');

/** A file after the first fix of each finding in it, with the number of findings. */
function fixed(files: Files, name: string): { readonly count: number; readonly text: string } {
  const reviewed = reviewFiles(files, [parameterShared]);
  const found = findingsIn(reviewed, name);
  const fixes = found.flatMap(({ fixes: [first] }) => (first === undefined ? [] : [first]));
  const edits = resolveFixes(reviewed, fixes).files.flatMap((file) => (file.uri.endsWith(name) ? file.edits : []));
  return { count: found.length, text: applyEdits(files[name] ?? '', edits) };
}

describe('A parameter that many operations write', () => {
  it('becomes a component that is called as the others are, by a name that is free', () => {
    const others =
      'components:\n  parameters:\n    page-limit: { name: page_limit, in: header }\n    sort-by: { name: sort, in: query }\n';
    const { count, text } = fixed({ 'api.yaml': `openapi: 3.1.0\npaths:\n${paths(() => 100)}${others}` }, 'api.yaml');
    assert.equal(count, 5);
    assert.equal(text.split("{ $ref: '#/components/parameters/page-limit2' }").length, 6);
    assert.ok(text.includes(`    page-limit2: ${limit(100)}\n`), text);
  });

  it('becomes one where two ways to write it are frequent', () => {
    const more = paths(() => 100).replaceAll('  /', '  /v2/');
    const text = `openapi: 3.1.0\npaths:\n${paths(() => 100)}${more.replaceAll('100', '50').split('\n').slice(0, 4).join('\n')}\n`;
    const result = fixed({ 'api.yaml': text }, 'api.yaml');
    assert.equal(result.count, 9);
    assert.equal(result.text.split(limit(50)).length, 5);
    assert.equal(result.text.split('$ref').length, 6);
  });

  it('is only told of in a file of its own: where it belongs its authors know', () => {
    const item = nouns.map((noun) => `${noun}: { get: { parameters: [${limit(100)}] } }\n`).join('');
    const root = nouns.map((noun) => `  /${noun}: { $ref: 'items.yaml#/${noun}' }\n`).join('');
    const result = fixed({ 'api.yaml': `openapi: 3.1.0\npaths:\n${root}`, 'items.yaml': item }, 'items.yaml');
    assert.deepEqual(result, { count: 5, text: item });
  });
});
