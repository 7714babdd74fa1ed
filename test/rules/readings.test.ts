import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { readings, readingText } from '#rules/readings.ts';
import { rulebook } from '#rules/rulebook.ts';

describe('readings of findings on real files', () => {
  it('are of rules there are, one each', () => {
    const ids = rulebook.rules.map(({ id }): string => id);
    const read = readings.map(({ rule }) => rule);
    assert.deepEqual(
      read.filter((rule) => !ids.includes(rule)),
      [],
    );
    assert.equal(new Set(read).size, read.length);
  });

  it('hold nothing against a rule that is recommended: one in twenty is wrong at most, one in five wrong or noise', () => {
    const on = new Set(rulebook.rules.filter(({ recommended }) => recommended).map(({ id }): string => id));
    const bad = readings.filter(
      ({ rule, read, wrong, noise }) => on.has(rule) && (wrong * 20 > read || (wrong + noise) * 5 > read),
    );
    assert.deepEqual(bad, []);
  });

  it('do not claim more than was read', () => {
    const claims = readings.filter(
      ({ read, findings, wrong, noise, files }) => read > findings || wrong + noise > read || files > findings,
    );
    assert.deepEqual(claims, []);
  });

  it('are told in a sentence', () => {
    const reading = { rule: 'openapi/x', on: '2026-11-27', findings: 90, files: 7, read: 20, wrong: 1, noise: 0 };
    assert.equal(
      readingText(reading),
      '20 of its 90 findings in 7 real files were checked by hand on 2026-11-27: 1 wrong, none right but not worth a change.',
    );
    assert.equal(
      readingText({ ...reading, findings: 0, files: 0, read: 0, wrong: 0 }),
      'On real files this rule found nothing (2026-11-27).',
    );
  });
});
