import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { type AnswerPlace, answerChanges, emptyAnswersText } from '#core/checklist/answer-changes.ts';
import type { Answer, Answers } from '#core/checklist/answers.ts';
import { type AnswersFile, findAnswers } from '#core/checklist/find-answers.ts';
import { readAnswers } from '#core/checklist/read-answers.ts';
import { cutDescription } from '#core/openapi/cut-description.ts';
import { applyChanges } from '#core/tree/write/apply-changes.ts';

const uri = 'file:///a/plumbline.review.yaml';
const order = ['review-saga', 'review-limits', 'review-retention'];
const itemIds = new Set(order);
const orders = { path: 'apis/orders/openapi.yaml', title: 'Orders: all' };
const users = { path: 'apis/users/openapi.yaml', title: undefined };
const answer: Answer = {
  verdict: 'yes',
  note: 'See “orders”: #12',
  who: 'Ada',
  when: '2026-03-31',
  evidence: { count: 3, digest: 'abcdefgh' },
};
const bare: Answer = {
  verdict: 'not-applicable',
  note: undefined,
  who: undefined,
  when: undefined,
  evidence: undefined,
};

describe('answers', () => {
  it('are read back as they were written, in a new file and in an old one', () => {
    const first = write(emptyAnswersText, 'review-limits', answer, orders);
    assert.equal(
      first,
      `${emptyAnswersText}services:
  apis/orders/openapi.yaml:
    title: 'Orders: all'
    answers:
      review-limits:
        answer: 'yes'
        note: 'See “orders”: #12'
        who: Ada
        when: '2026-03-31'
        evidence:
          count: 3
          digest: abcdefgh
`,
    );
    assert.deepEqual(of(first, orders), [['review-limits', answer]]);
    const second = write(first, 'review-limits', bare, users);
    assert.ok(second.startsWith(first));
    assert.deepEqual(of(second, users), [['review-limits', bare]]);
    assert.deepEqual(of(second, orders), [['review-limits', answer]]);
    assert.equal(write(first, 'review-limits', answer, orders), first);
    const no = { ...answer, verdict: 'no', note: undefined, evidence: undefined } as const;
    assert.deepEqual(of(write(second, 'review-limits', no, orders), orders), [['review-limits', no]]);
  });

  it('stand in the order of the guideline, and services in that of their paths', () => {
    let text = write(emptyAnswersText, 'review-retention', bare, users);
    text = write(text, 'review-saga', bare, users);
    text = write(text, 'review-limits', bare, users);
    text = write(text, 'review-limits', bare, orders);
    const keys = [...text.matchAll(/^ +(review-\w+|apis\S+):/gm)].map(([, key]) => key);
    assert.deepEqual(keys, [orders.path, 'review-limits', users.path, ...order]);
  });

  it('keep unknown keys and comments, and what version 1 said', () => {
    const before =
      '# Ours\nversion: 1\nteam: blue # kept\nanswers:\n  review-saga: # asked twice\n    checked: false\n    # why\n    mood: calm\n';
    const shared = write(before, 'review-saga', answer, undefined);
    for (const part of [
      '# Ours',
      'version: 2',
      'team: blue # kept',
      '# asked twice',
      '# why',
      'mood: calm',
      "answer: 'yes'",
    ]) {
      assert.ok(shared.includes(part), shared);
    }
    assert.ok(!shared.includes('checked'), shared);
    const own = write(before, 'review-saga', answer, orders);
    assert.ok(own.startsWith(before.replace('version: 1', 'version: 2')), own);
    const taken = write(own, 'review-saga', undefined, orders);
    assert.deepEqual(read(taken).answers.shared, read(before).answers.shared);
  });

  it('are yes, no or not applicable, in the words of either version', () => {
    const words = {
      'answer: yes': 'yes',
      'answer: "yes"': 'yes',
      'answer: true': 'yes',
      'checked: true': 'yes',
      'answer: No': 'no',
      'checked: false': 'no',
      'answer: not applicable': 'not-applicable',
      'answer: not-applicable': 'not-applicable',
      'answer: n/a': 'not-applicable',
    };
    for (const [written, verdict] of Object.entries(words)) {
      const { answers, problems } = read(`answers:\n  review-saga: { ${written} }\n`);
      assert.deepEqual(problems, [], written);
      const found = answers.shared.get('review-saga');
      assert.equal(typeof found === 'object' ? found.verdict : found, verdict, written);
    }
  });

  it('survive mistakes, which are reported at their place', () => {
    const cases: readonly (readonly [string, readonly string[]])[] = [
      ['', []],
      ['answers:\n', []],
      ['- a\n', ['- a']],
      ['version: 3\nanswers: {}\n', ['3']],
      ['answers: [a]\n', ['[a]']],
      ['services: [a]\n', ['[a]']],
      ['services:\n  a.yaml:\n', []],
      ['services:\n  a.yaml: { answers: { review-saga: { answer: perhaps } } }\n', ['review-saga']],
      ['answers:\n  review-saga: yes\n', ['review-saga']],
      ['answers:\n  review-saga: { checked: maybe }\n', ['review-saga']],
      ['answers:\n  review-saga: { checked: true, when: soon, note: 7 }\n', ['7', 'soon']],
      ['answers:\n  nothing: { checked: true }\n', ['nothing']],
    ];
    for (const [text, places] of cases) assert.deepEqual(read(text).problems, places, text);
  });

  it('hold for a service: its own first, then those of its title that was moved, then those for all', () => {
    const text = `services:
  apis/orders/openapi.yaml: { answers: { review-saga: { answer: no }, review-retention: { answer: open } } }
  old.yaml: { title: Orders, answers: { review-saga: { answer: yes }, review-limits: { answer: yes, who: Moved } } }
  users.yaml: { title: Users, answers: { review-limits: { answer: yes, who: Other } } }
answers:
  review-limits: { answer: yes, who: All }
  review-retention: { answer: yes }
`;
    const file = { path: orders.path, answers: read(text).answers };
    const found = findAnswers([file], 'Orders', (_file, path) => path !== 'old.yaml');
    assert.deepEqual(
      [...found].map(([id, { verdict, who }]) => [id, verdict, who]),
      [
        ['review-saga', 'no', undefined],
        ['review-limits', 'yes', 'Moved'],
      ],
    );
    const isThere = () => true;
    assert.equal(findAnswers([file], 'Orders', isThere).get('review-limits')?.who, 'All');
    const outer: AnswersFile = {
      path: 'x',
      answers: read('answers: { review-saga: { checked: true, who: Outer } }').answers,
    };
    assert.equal(findAnswers([outer, file], 'Orders', isThere).get('review-saga')?.who, 'Outer');
    assert.equal(findAnswers([file, outer], 'Orders', isThere).get('review-saga')?.who, undefined);
  });
});

function read(text: string): { readonly answers: Answers; readonly problems: readonly string[] } {
  const [section] = cutDescription({ uri, text, language: 'yaml' }).sections;
  assert.ok(section !== undefined);
  const answers = readAnswers(section, itemIds);
  return { answers, problems: answers.problems.map(({ span }) => text.slice(span.start, span.end)) };
}

function of(text: string, { path }: NonNullable<AnswerPlace['service']>) {
  return [...(read(text).answers.services.find((service) => service.path === path)?.answers ?? [])];
}

function write(text: string, itemId: string, given: Answer | undefined, service: AnswerPlace['service']): string {
  const reparse = (newText: string) => cutDescription({ uri, text: newText, language: 'yaml' });
  const place = { uri, itemId, service, file: read(text).answers, order };
  const { text: written, skipped } = applyChanges(reparse(text), answerChanges(place, given), reparse);
  assert.deepEqual(
    skipped.filter(({ kind }) => kind !== 'remove'),
    [],
  );
  return written;
}
