import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { resolveFixes } from '#core/fix.ts';
import { review } from '#core/review.ts';
import type { ReviewFix } from '#core/review-finding.ts';
import { applyEdits } from '#core/text/span.ts';
import type { TreeChange } from '#core/tree/change.ts';

const uri = 'file:///w/openapi.yaml';
const rulebook = { rules: [], presets: [{ name: 'all', description: '', base: 'all', rules: {} }] } as const;

/** The text after fixes of these changes, all found in the same text, and how many of them were left. */
function resolve(lines: readonly string[], ...fixes: readonly (readonly [TreeChange, ...TreeChange[]])[]) {
  const text = `openapi: 3.1.0\n${lines.join('\n')}\n`;
  const settings = { folders: ['file:///w'], preset: 'all', unread: new Map(), failFast: true };
  const start = review([{ uri, text }], rulebook, settings);
  const all = fixes.map((changes): ReviewFix => ({ title: 'Fix', safety: 'review', changes }));
  const { files, skipped } = resolveFixes(start, all);
  const after = applyEdits(
    text,
    files.flatMap(({ edits }) => edits),
  );
  return { lines: after.split('\n').slice(1, -1), skipped: skipped.length };
}

const rename = (pointer: readonly string[], name: string): TreeChange => ({ kind: 'rename', uri, pointer, name });
const remove = (...pointer: readonly string[]): TreeChange => ({ kind: 'remove', uri, pointer });
const set = (value: string, ...pointer: readonly string[]): TreeChange => ({ kind: 'set', uri, pointer, value });

describe('fixes of one text together', () => {
  const paths = ['paths:', '  /a/:id:', '    get:', '      summary: One', '  /b: {}'];

  it('change what another has renamed under its new name', () => {
    const made = resolve(
      paths,
      [rename(['paths', '/a/:id'], '/a/{id}')],
      [set('Two', 'paths', '/a/:id', 'get', 'summary')],
    );
    assert.deepEqual(made, {
      lines: ['paths:', '  /a/{id}:', '    get:', '      summary: Two', '  /b: {}'],
      skipped: 0,
    });
  });

  it('add below what another has renamed, and do not bring back the old name', () => {
    const made = resolve(
      paths,
      [rename(['paths', '/a/:id'], '/a/{id}')],
      [set('x', 'paths', '/a/:id', 'get', 'operationId')],
    );
    assert.deepEqual(made.lines.slice(1, -1), ['  /a/{id}:', '    get:', '      summary: One', '      operationId: x']);
  });

  it('leave to the next time what is renamed twice', () => {
    const made = resolve(paths, [rename(['paths', '/a/:id'], '/a/{id}')], [rename(['paths', '/a/:id'], '/as/:id')]);
    assert.equal(made.lines[1], '  /a/{id}:');
    assert.equal(made.skipped, 1);
  });

  it('leave what another has removed', () => {
    const made = resolve(paths, [remove('paths', '/a/:id')], [set('Two', 'paths', '/a/:id', 'get', 'summary')]);
    assert.deepEqual(made, { lines: ['paths:', '  /b: {}'], skipped: 1 });
  });

  const tags = ['tags:', '  - name: a', '  - name: b', '  - name: c', '  - name: d', '  - name: e'];

  it('take out of a list the items they mean', () => {
    const made = resolve(tags, [remove('tags', '0')], [remove('tags', '1')], [remove('tags', '3')]);
    assert.deepEqual(made, { lines: ['tags:', '  - name: c', '  - name: e'], skipped: 0 });
  });

  it('change the item they mean behind one that is taken out', () => {
    const made = resolve(tags, [remove('tags', '1')], [set('x', 'tags', '3', 'name')], [set('z', 'tags', '0', 'name')]);
    assert.deepEqual(made.lines, ['tags:', '  - name: z', '  - name: c', '  - name: x', '  - name: e']);
  });

  it('take away the list with its last item, and the map with its last entry, where they say so', () => {
    const prune = (...pointer: readonly string[]): TreeChange => ({ kind: 'remove', uri, pointer, prune: true });
    const lines = ['x-a:', '  b:', '    - 1', '    - 2', '  c: {d: 1}', '  e: 2'];
    assert.deepEqual(resolve(lines, [prune('x-a', 'b', '1')]).lines, ['x-a:', '  b:', '    - 1', ...lines.slice(4)]);
    const made = resolve(lines, [prune('x-a', 'b', '0')], [prune('x-a', 'b', '1')], [prune('x-a', 'c', 'd')]);
    assert.deepEqual(made, { lines: ['x-a:', '  e: 2'], skipped: 0 });
    assert.deepEqual(resolve(lines, [remove('x-a', 'c', 'd')]).lines.slice(4), ['  c: {}', '  e: 2']);
  });

  it('take no number that is a key for an index', () => {
    const responses = ["'200'", "'204'", "'404'"].map((status) => `    ${status}: {description: a}`);
    const lines = ['components:', '  responses:', ...responses];
    const made = resolve(
      lines,
      [remove('components', 'responses', '200')],
      [set('b', 'components', 'responses', '404', 'description')],
    );
    assert.deepEqual(made.lines.slice(2), ["    '204': {description: a}", "    '404': {description: b}"]);
    assert.equal(made.skipped, 0);
  });

  it('take items out of a list one of whose neighbours is renamed', () => {
    const lines = ['x-a:', '  b:', '    - 1', '    - 2', '    - 3'];
    const made = resolve(lines, [rename(['x-a', 'b'], 'c')], [remove('x-a', 'b', '0')], [remove('x-a', 'b', '1')]);
    assert.deepEqual(made, { lines: ['x-a:', '  c:', '    - 3'], skipped: 0 });
  });
});
