import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, it } from 'mocha';
import { filesUnder, readText, root } from './repository-files.ts';

/** What answers no request by itself, and who is tested in its place. */
const helpers: { readonly [name: string]: string } = {
  acceptance: 'what accept-change and code-action write',
  'action-plan': 'what code-action lists and resolves',
  'checklist-of': 'what checklist, answer, row-page and report make of a review',
  'config-completion': 'completion in plumbline.yaml',
  creation: 'how answer and turn-off make a file',
  'field-hover': 'a part of hover',
  'file-changes': 'what changes and code-lens count',
  'findings-at': 'what hover, code-action and ignore look at',
  'fix-actions': 'a part of code-action',
  'good-form': 'a part of hover',
  'mapped-description': 'what data-map and wrong-match look at',
  'plan-note': 'a part of code-action',
  'quick-fixes': 'a part of code-action',
  'reading-in': 'what reading and reading-page ask',
  'shown-schema': 'what data-model, data-model-place and data-model-text ask',
  'target-hover': 'a part of hover',
};

const features = filesUnder('server/features', '.ts').map((path) => basename(path, '.ts'));

describe('what a client can ask for', () => {
  it('is a file in server/features with a test of that name', () => {
    const untested = features.filter((name) => !existsSync(join(root, 'test', 'server', `${name}.test.ts`)));
    assert.deepEqual(untested, Object.keys(helpers));
  });

  it('is none of the helpers', () => {
    const answering = readText('server/answer-requests.ts');
    const asked = features.filter((name) => answering.includes(`/${name}.ts'`));
    assert.ok(asked.length > 15, asked.join());
    assert.deepEqual(
      asked.filter((name) => name in helpers),
      [],
    );
  });

  it('knows no session: each takes what it uses', () => {
    const knowing = [...filesUnder('server/features', '.ts'), 'server/inputs.ts'].filter((path) => {
      return readText(path).includes('#server/session.ts');
    });
    assert.deepEqual(knowing, []);
  });
});
