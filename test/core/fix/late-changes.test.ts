import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { changesOf } from '#core/fix/fix-changes.ts';
import { resolveFixes } from '#core/fix.ts';
import { type Review, review } from '#core/review.ts';
import type { ReviewSettings } from '#core/review-settings.ts';
import { type Collector, globalRule, type Survey } from '#core/rule.ts';
import { applyEdits } from '#core/text/span.ts';
import { NotUnderstood } from '#core/work/understood.ts';
import { everyRule, ruleInfo } from '../../support/test-rule.ts';

const root = 'file:///w/api.yaml';
const shared = 'file:///w/orders.yaml';
const settings: ReviewSettings = { folders: ['file:///w/'], preset: 'all', unread: new Map(), failFast: true };
const texts = {
  root: `openapi: 3.1.0
info: { title: T, version: '1' }
paths:
  /users:
    get: {}
  /orders:
    $ref: ./orders.yaml
`,
  shared: 'get:\n  summary: List them\n',
};

const rootSource = { uri: root, text: texts.root };

const counts = { gathered: 0, compared: 0 };

const summaries: Collector<string> = {
  on: ['openapi.operation'],
  isClosed: ({ kind }) => kind === 'openapi.operation',
  *gather(node) {
    counts.gathered++;
    if (node.kind === 'openapi.operation' && node.summary !== undefined) yield node.summary.value;
  },
};

/** Wants a summary, and writes the one that others have. */
const summaryGiven = globalRule({
  ...ruleInfo,
  id: 'openapi/summary-given',
  on: ['openapi.operation'],
  *gather({ summary, anchor, path, method, context: { rootUri } }) {
    if (summary === undefined) yield { key: 'all', span: anchor, pointer: ['paths', path, method], rootUri };
  },
  *compare(facts) {
    counts.compared++;
    for (const { section, value } of facts) {
      const { span, pointer, rootUri } = value;
      const make = (survey: Survey) => {
        const [like] = survey.gathered(summaries);
        if (like === undefined) throw new NotUnderstood();
        return [{ kind: 'set', uri: section.uri, pointer: [...pointer, 'summary'], value: like.value }] as const;
      };
      yield {
        section,
        value: {
          span,
          message: 'It has no summary.',
          fixes: [{ title: 'Say it', safety: 'review', changes: { rootUri, make } }],
        },
      };
    }
  },
});

const rulebook = {
  rules: [summaryGiven],
  presets: [everyRule],
} as const;

describe('changes that are made late', () => {
  it('follow from the texts of the review their fix is made in, and no fact holds these', () => {
    counts.compared = 0;
    const before = reviewOf(texts.shared);
    const now = reviewOf('get:\n  summary: List orders\n', before);
    assert.equal(counts.compared, 1);
    // Nothing has changed in this file.
    assert.equal(now.files.get(root), before.files.get(root));
    assert.deepEqual([fixed(before), fixed(now)], ['List them', 'List orders']);
  });

  it('are gathered once for all fixes of a description', () => {
    const reviewed = reviewOf(texts.shared);
    counts.gathered = 0;
    fixed(reviewed);
    fixed(reviewed);
    assert.equal(counts.gathered, 2);
  });

  it('are none where they depend on what is not understood', () => {
    const broken = reviewOf('get:\n  summary: List them\n  x: [\n');
    const [fix] = broken.files.get(root)?.findings.find(({ ruleId }) => ruleId === summaryGiven.id)?.fixes ?? [];
    assert.ok(fix);
    assert.deepEqual(changesOf(fix, broken.workspace), []);
  });

  it('are none where the description is gone', () => {
    const [fix] = reviewOf(texts.shared).files.get(root)?.findings[0]?.fixes ?? [];
    const other = review([{ uri: root, text: 'a: 1\n' }], rulebook, settings);
    assert.ok(fix);
    assert.deepEqual(changesOf(fix, other.workspace), []);
  });
});

function reviewOf(sharedText: string, previous?: Review): Review {
  return review([rootSource, { uri: shared, text: sharedText }], rulebook, settings, previous);
}

/** The summary that the fix writes. */
function fixed(reviewed: Review): string | undefined {
  const fixes = reviewed.files.get(root)?.findings[0]?.fixes ?? [];
  const [file] = resolveFixes(reviewed, fixes).files;
  assert.equal(file?.uri, root);
  return /summary: (.*)/.exec(applyEdits(texts.root, file.edits))?.[1];
}
