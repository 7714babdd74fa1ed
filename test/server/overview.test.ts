import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { review } from '#core/review.ts';
import type { FileReview } from '#core/review-finding.ts';
import type { ReviewSettings } from '#core/review-settings.ts';
import { localRule } from '#core/rule.ts';
import { readClientAbilities } from '#server/client-abilities.ts';
import { overviewOf } from '#server/shown/overview.ts';
import { LineIndexes } from '#server/texts/line-indexes.ts';
import { recommendedRules, ruleInfo } from '../support/test-rule.ts';

const settings: ReviewSettings = { folders: ['file:///w/'], preset: 'recommended', unread: new Map() };
const presets = [recommendedRules];

describe('an overview', () => {
  it('gets the lines of few findings in one step, and looks at one section for evidence', () => {
    const uri = 'file:///w/api.yaml';
    const paths = Array.from({ length: 1200 }, (_, index) => `  /things${index}:\n    post: {}\n`);
    const text = `openapi: 3.1.0\npaths:\n${paths.join('')}`;
    const reviewed = review([{ uri, text }], { rules, presets }, settings);
    const abilities = readClientAbilities({ processId: null, rootUri: null, capabilities: {} });
    const documentOf = (of: string) => ({ uri: of, version: null });
    const shownOf = ({ findings }: FileReview) => findings;
    const steps = overviewOf(
      { review: reviewed, rulebook: { rules, presets }, abilities, lines: new LineIndexes(), documentOf, shownOf },
      settings,
      () => true,
    );
    let count = 1;
    let step = steps.next();
    for (; step.done !== true; step = steps.next()) count++;
    const [file] = step.value.files;
    assert.equal(file?.findings.length, 1320);
    assert.deepEqual(file.findings[120]?.range.start, { line: 5, character: 4 });
    assert.equal(step.value.groups.get(uri)?.evidence.get('posts-without-key')?.count, 1200);
    assert.ok(count > (reviewed.workspace.documents.get(uri)?.sections.length ?? 0), `${count} steps`);
  });
});

/** Each tells of ten operations, and once of the rest. */
const rules = Array.from({ length: 120 }, (_, index) =>
  localRule({
    ...ruleInfo,
    id: `openapi/every-operation-${index}`,
    on: ['openapi.operation'],
    *check({ anchor }) {
      yield { span: anchor, message: 'Found.' };
    },
  }),
);
