import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { rules } from '#rules/index.ts';
import { findingsIn, markedFiles, reviewFiles } from './check-rule.ts';

describe('the titles of fixes', () => {
  it('make sense without their findings', () => {
    const titles = new Set(
      rules.flatMap((rule) =>
        rule.examples.flatMap(({ bad }) => {
          const files = markedFiles(rule, bad);
          const texts = Object.fromEntries(Object.entries(files).map(([name, { text }]) => [name, text]));
          const reviewed = reviewFiles(texts, [rule]);
          return Object.keys(texts).flatMap((name) =>
            findingsIn(reviewed, name).flatMap(({ fixes }) => fixes.map(({ title }) => title)),
          );
        }),
      ),
    );
    assert.ok(titles.size > rules.length);
    assert.deepEqual(
      [...titles].filter((title) => /^\w+ (?:it|its|them|this)\b|^Say that it\b/.test(title)),
      [],
    );
  });
});
