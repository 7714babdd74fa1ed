import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { stringify } from 'yaml';
import type { ReviewNode } from '#core/node.ts';
import { type Review, review } from '#core/review.ts';
import type { ReviewSettings } from '#core/review-settings.ts';
import type { Rule } from '#core/rule.ts';
import { rulebook } from '#rules/rulebook.ts';
import { generateOpenApi } from '../support/generate-openapi.ts';

const uri = 'file:///w/api.yaml';
const settings: ReviewSettings = { folders: ['file:///w/'], preset: 'strict', unread: new Map(), failFast: true };
const text = stringify(generateOpenApi(20), { aliasDuplicateObjects: false });

describe('an edit of prose', () => {
  for (const [what, prose, ...told] of [
    ['an error response', 'description: The request was refused.'],
    ['a success response', 'description: A page.'],
    ['a request body', 'description: The new one.'],
    // Two summaries that say the same are told of.
    ['an operation', 'summary: List Account', 'openapi/operation-text-own'],
  ] as const) {
    it(`compares no facts anew but those it is part of: that of ${what}`, () => {
      assert.ok(text.includes(prose));
      const compared: string[] = [];
      const counting = { ...rulebook, rules: rulebook.rules.map((rule) => noting(rule, compared)) };
      const reviewOf = (now: string, previous?: Review) => review([{ uri, text: now }], counting, settings, previous);
      const before = reviewOf(text);
      assert.ok(compared.length > 0);
      compared.length = 0;
      reviewOf(text.replace(prose, `${prose.slice(0, -1)} again.`), before);
      assert.deepEqual(compared, told);
    });
  }
});

/** So many that each stands in a section of its own. */
const webhooks = Array.from({ length: 60 }, (_, index) => [`orderPlaced${index}`, { post: signedWebhook() }]);
const ownText = stringify(
  {
    ...generateOpenApi(20),
    info: { title: 'Shop', description: 'Sells things.', version: '1.0.0' },
    webhooks: Object.fromEntries(webhooks),
  },
  { aliasDuplicateObjects: false },
);

function signedWebhook() {
  return {
    parameters: [{ name: 'X-Signature', in: 'header', schema: { type: 'string' } }],
    requestBody: {
      content: { 'application/json': { schema: { type: 'object', properties: { type: { type: 'string' } } } } },
    },
    responses: { '204': { description: 'Received.' } },
  };
}

describe('an edit of what a description says of itself', () => {
  for (const [what, written] of [
    ['title', 'title: Shop'],
    ['description', 'description: Sells things.'],
  ] as const) {
    it(`judges no operation anew: that of its ${what}`, () => {
      const judged: string[] = [];
      const counting = { ...rulebook, rules: rulebook.rules.map((rule) => notingOperations(rule, judged)) };
      const reviewOf = (now: string, previous?: Review) => review([{ uri, text: now }], counting, settings, previous);
      const before = reviewOf(ownText);
      assert.ok(judged.length > 0);
      judged.length = 0;
      reviewOf(ownText.replace(written, `${written}s`), before);
      assert.deepEqual(judged, []);
    });
  }
});

/** The same rule; notes its id whenever it judges an operation, or gathers from one. */
function notingOperations(rule: Rule, judged: string[]): Rule {
  const note = ({ kind }: ReviewNode): void => {
    if (kind === 'openapi.operation') judged.push(rule.id);
  };
  if (rule.reach === 'local') {
    const check: typeof rule.check = (node, scope, options) => {
      note(node);
      return rule.check(node, scope, options);
    };
    return { ...rule, check };
  }
  const gather: typeof rule.gather = (node, scope, options) => {
    note(node);
    return rule.gather(node, scope, options);
  };
  return { ...rule, gather };
}

/** The same rule; notes its id whenever it compares facts. */
function noting(rule: Rule, compared: string[]): Rule {
  if (rule.reach === 'local') return rule;
  const compare: typeof rule.compare = (facts, options) => {
    compared.push(rule.id);
    return rule.compare(facts, options);
  };
  return { ...rule, compare };
}
