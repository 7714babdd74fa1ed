import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { type Answer, answerChanges, emptyAnswersText, readAnswers } from '#core/answers.ts';
import { applyChanges } from '#core/tree/apply-changes.ts';
import { cutDocument } from '#core/tree/cut-document.ts';

const uri = 'file:///a/plumbline.review.yaml';
const itemIds = new Set(['review-saga', 'review-limits']);
const answer: Answer = { checked: true, note: 'See “orders”: #12', who: 'Ada', when: '2026-03-31' };

describe('answers', () => {
  it('are read back as they were written, in a new file and in an old one', () => {
    const first = write(emptyAnswersText, 'review-saga', answer);
    assert.deepEqual(read(first), { problems: [], answers: [['review-saga', answer]] });
    const second = write(first, 'review-limits', { ...answer, checked: false, note: undefined });
    assert.ok(second.startsWith(first));
    assert.deepEqual(read(second).answers[1], ['review-limits', { ...answer, checked: false, note: undefined }]);
    assert.equal(write(second, 'review-limits', undefined), first);
    assert.equal(write(first, 'review-saga', answer), first);
  });

  it('keep unknown keys and comments', () => {
    const before = '# Ours\nversion: 1\nanswers:\n  review-saga: # asked twice\n    checked: false\n    mood: calm\n';
    const after = write(before, 'review-saga', answer);
    for (const part of ['# Ours', '# asked twice', 'mood: calm', 'checked: true'])
      assert.ok(after.includes(part), after);
  });

  it('survive mistakes, which are reported at their place', () => {
    const cases: readonly (readonly [string, readonly string[]])[] = [
      ['', []],
      ['answers:\n', []],
      ['- a\n', ['- a']],
      ['version: 2\nanswers: {}\n', ['2']],
      ['answers: [a]\n', ['[a]']],
      ['answers:\n  review-saga: yes\n', ['review-saga']],
      ['answers:\n  review-saga: { checked: maybe }\n', ['review-saga']],
      ['answers:\n  review-saga: { checked: true, when: soon, note: 7 }\n', ['7', 'soon']],
      ['answers:\n  nothing: { checked: true }\n', ['nothing']],
    ];
    for (const [text, places] of cases) assert.deepEqual(read(text).problems, places, text);
  });
});

function read(text: string) {
  const [section] = cutDocument({ uri, text, language: 'yaml' }).sections;
  assert.ok(section !== undefined);
  const { answers, problems } = readAnswers(section, itemIds);
  return { answers: [...answers], problems: problems.map(({ span }) => text.slice(span.start, span.end)) };
}

function write(text: string, itemId: string, given: Answer | undefined): string {
  const reparse = (newText: string) => cutDocument({ uri, text: newText, language: 'yaml' });
  return applyChanges(reparse(text), answerChanges(uri, itemId, given), reparse).text;
}
