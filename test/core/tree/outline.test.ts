import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { applyEdits } from '#core/text/span.ts';
import { cutDocument } from '#core/tree/cut/cut-document.ts';
import { noOutline, type Outline } from '#core/tree/outline.ts';
import { editDocument } from '#core/tree/recut/edit-document.ts';

/** Workflows: the jobs of each are sections. */
const workflows: Outline = { markers: new Set(['on']), isContainer: (pointer) => pointer.join() === 'jobs' };

const yaml = `name: build
on: push
jobs:
  test:
    runs: npm test
  lint:
    runs: npm run lint
paths:
  /a: {}
  /b: {}
`;
const json = JSON.stringify({ on: 'push', jobs: { test: {}, lint: {} }, paths: { a: {} } }, undefined, 2);

describe('an outline', () => {
  it('tells how a file is cut', () => {
    for (const [language, text] of [
      ['yaml', yaml],
      ['json', json],
      ['json', json.slice(0, -3)],
    ] as const) {
      const { sections } = cutDocument({ uri: 'file:///a', text, language, outline: workflows });
      const pointers = sections.map(({ pointer }) => pointer.join('/')).filter((pointer) => pointer.includes('/'));
      assert.deepEqual(pointers, ['jobs/test', 'jobs/lint'], text);
    }
  });

  it('tells what an edit touches, and what it does not', () => {
    const before = cutDocument({ uri: 'file:///a', text: yaml, language: 'yaml', outline: workflows });
    const start = yaml.indexOf('npm test');
    const edits = [{ span: { start, end: start + 8 }, newText: 'make' }];
    const after = editDocument(before, edits);
    const text = applyEdits(yaml, edits);
    assert.deepEqual(
      after?.sections,
      cutDocument({ uri: 'file:///a', text, language: 'yaml', outline: workflows }).sections,
    );
    assert.equal(after?.sections.filter((section, index) => section !== before.sections[index]).length, 1);
  });

  it('cuts nothing where there is none, or none of its markers', () => {
    for (const outline of [noOutline, { ...workflows, markers: new Set(['openapi']) }]) {
      assert.equal(cutDocument({ uri: 'file:///a', text: yaml, language: 'yaml', outline }).sections.length, 1);
    }
  });
});
