import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { type Review, review } from '#core/review.ts';
import type { ReviewSettings } from '#core/review-settings.ts';
import { rulebook } from '#rules/rulebook.ts';

const settings: ReviewSettings = { folders: ['file:///w/'], preset: 'recommended', unread: new Map(), failFast: true };
const off = 'rules:\n  openapi/rate-limit-documented: off\n';
const operation = (name: string, method = 'get') =>
  `${method}:\n  operationId: ${name}\n  responses:\n    '200': { description: Fine. }\n`;
const files = {
  'openapi.yaml': `openapi: 3.1.0\npaths:\n  /a: { $ref: a.yaml }\n  /b: { $ref: b.yaml }\n  /old: { $ref: old/c.yaml }\n`,
  'a.yaml': operation('a') + operation('c', 'put'),
  'b.yaml': operation('b') + operation('d', 'put'),
  'old/c.yaml': operation('e'),
};

function told(texts: { readonly [name: string]: string }, previous?: Review) {
  const sources = Object.entries(texts).map(([name, text]) => ({ uri: `file:///w/${name}`, text }));
  const reviewed = review(sources, rulebook, settings, previous);
  const findings = [...reviewed.files.values()].flatMap((file) => file.findings);
  const [found] = findings.filter(({ ruleId }) => ruleId === 'openapi/rate-limit-documented');
  return { reviewed, message: found?.message };
}

describe('The number of operations', () => {
  it('is that of all of them, or is said to be that of the reviewed ones', () => {
    const before = told(files);
    assert.equal(
      before.message,
      'None of the 5 operations that should document 429 does. Begin with PUT /a, PUT /b and GET /a.',
    );
    const partly = told({ ...files, 'old/plumbline.yaml': off }, before.reviewed);
    assert.equal(
      partly.message,
      'None of the 4 reviewed operations that should document 429 does. Begin with PUT /a, PUT /b and GET /a.',
    );
    assert.equal(
      told(files, partly.reviewed).message,
      'None of the 5 operations that should document 429 does. Begin with PUT /a, PUT /b and GET /a.',
    );
  });

  it('is said to be that of the reviewed ones as soon as another configuration comes', () => {
    const root = { ...files, 'openapi.yaml': files['openapi.yaml'].replace('old/c', 'new/d'), 'new/d.yaml': '{}\n' };
    const before = told(root);
    assert.equal(
      before.message,
      'None of the 4 operations that should document 429 does. Begin with PUT /a, PUT /b and GET /a.',
    );
    const after = told({ ...root, 'new/plumbline.yaml': off }, before.reviewed);
    assert.equal(
      after.message,
      'None of the 4 reviewed operations that should document 429 does. Begin with PUT /a, PUT /b and GET /a.',
    );
    assert.equal(after.message, told({ ...root, 'new/plumbline.yaml': off }).message);
  });
});
