import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { stringify } from 'yaml';
import { type Review, review } from '#core/review.ts';
import type { ReviewSettings } from '#core/review-settings.ts';
import type { Rule } from '#core/rule.ts';
import { rulebook } from '#rules/rulebook.ts';
import { generateOpenApi } from '../support/generate-openapi.ts';

const uri = 'file:///w/api.yaml';
const settings: ReviewSettings = { folders: ['file:///w/'], preset: 'all', unread: new Map(), failFast: true };
const text = stringify(generateOpenApi(20), { aliasDuplicateObjects: false });

describe('an edit of prose', () => {
  for (const [what, prose] of [
    ['an error response', 'description: The request was refused.'],
    ['a success response', 'description: A page.'],
    ['a request body', 'description: The new one.'],
    ['an operation', 'summary: List Account'],
  ] as const) {
    it(`compares no facts anew: that of ${what}`, () => {
      assert.ok(text.includes(prose));
      const compared: string[] = [];
      const counting = { ...rulebook, rules: rulebook.rules.map((rule) => noting(rule, compared)) };
      const reviewOf = (now: string, previous?: Review) => review([{ uri, text: now }], counting, settings, previous);
      const before = reviewOf(text);
      assert.ok(compared.length > 0);
      compared.length = 0;
      reviewOf(text.replace(prose, `${prose.slice(0, -1)} again.`), before);
      assert.deepEqual(compared, []);
    });
  }
});

/** The same rule; notes its id whenever it compares facts. */
function noting(rule: Rule, compared: string[]): Rule {
  if (rule.reach === 'local') return rule;
  const compare: typeof rule.compare = (facts, options) => {
    compared.push(rule.id);
    return rule.compare(facts, options);
  };
  return { ...rule, compare };
}
