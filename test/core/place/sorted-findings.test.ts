import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { type Review, review } from '#core/review.ts';
import type { ReviewSettings } from '#core/review-settings.ts';
import { globalRule, type Rule } from '#core/rule.ts';
import { everyRule, ruleInfo } from '../../support/test-rule.ts';

const uri = 'file:///w/api.yaml';
const settings: ReviewSettings = { folders: ['file:///w/'], preset: 'all', unread: new Map(), failFast: true };
const presets = [everyRule];
const all = 500;

/** Descriptions stand before what is found, so that it moves. */
const operations = Array.from(
  { length: all },
  (_, index) => `  /p${index}:\n    get:\n      description: The ${index}th.\n      responses: {}\n`,
);
const text = `openapi: 3.1.0\ninfo: { title: T, version: '1' }\npaths:\n${operations.join('')}`;

describe('many findings of one rule', () => {
  for (const cause of [undefined, { key: 'one', message: (count: number) => `${count} of them.` }]) {
    const how = cause === undefined ? 'without' : 'with';

    it(`are not looked at again where an edit moves one of them: ${how} a cause`, () => {
      const counts = { spans: 0 };
      const rulebook = { rules: [everyOperation(counts, cause)], presets };
      const reviewOf = (now: string, previous?: Review) => review([{ uri, text: now }], rulebook, settings, previous);
      const first = reviewOf(text);
      const [once, twice] = [text.replace('The 7th.', 'The 7th one.'), text.replace('The 7th.', 'The 7th one of all.')];
      const second = reviewOf(once, first);
      counts.spans = 0;
      const third = reviewOf(twice, second);
      // Those that are told, with the places named, and the one that moved.
      assert.ok(counts.spans <= 80, `${counts.spans} of ${all} looked at`);
      assert.deepEqual(findingsOf(third), findingsOf(reviewOf(twice)));
    });
  }

  it('are put in order anew where a section comes before another', () => {
    const rulebook = { rules: [everyOperation({ spans: 0 }, undefined)], presets };
    const reviewOf = (now: string, previous?: Review) => review([{ uri, text: now }], rulebook, settings, previous);
    const [a = '', b = ''] = operations;
    const swapped = text.replace(a + b, b + a);
    assert.notEqual(swapped, text);
    assert.deepEqual(findingsOf(reviewOf(swapped, reviewOf(text))), findingsOf(reviewOf(swapped)));
  });
});

/** Finds every operation; `counts` how often a place is asked for. */
function everyOperation(
  counts: { spans: number },
  cause: { key: string; message: (count: number) => string } | undefined,
): Rule {
  return globalRule({
    ...ruleInfo,
    id: 'openapi/every-operation',
    on: ['openapi.operation'],
    *gather({ responsesAnchor, anchor, path }) {
      yield { key: 'all', span: responsesAnchor ?? anchor, path };
    },
    *compare(facts) {
      for (const { section, value } of facts) {
        const counted = {
          get span() {
            counts.spans++;
            return value.span;
          },
          message: `${value.path} is here.`,
        };
        yield { section, value: cause === undefined ? counted : Object.assign(counted, { cause }) };
      }
    },
  });
}

function findingsOf({ files }: Review): unknown {
  return files.get(uri)?.findings.map(({ message, span, members }) => ({
    message,
    span,
    members: members.map((member) => ({ message: member.message, span: member.span })),
  }));
}
