import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { runRules } from '#core/judge/run-rules.ts';
import { globalRule, localRule } from '#core/rule.ts';
import { finish } from '#core/work/steps.ts';
import { ruleInfo } from '../../support/test-rule.ts';
import { everyOperation, root, say } from '../say.ts';

const sameName = globalRule({
  ...ruleInfo,
  id: 'openapi/same-name',
  on: ['openapi.operation'],
  *gather({ operationId }) {
    if (operationId !== undefined) yield { key: operationId.value, span: operationId.span };
  },
  *compare(facts) {
    for (const { section, value } of facts.slice(1)) yield { section, value: { span: value.span, message: 'Again.' } };
  },
});

const failing = localRule({
  ...ruleInfo,
  id: 'openapi/failing',
  on: ['openapi.info'],
  // biome-ignore lint/correctness/useYield: a rule that is broken
  *check() {
    throw new Error('broken');
  },
});

describe('a rule', () => {
  it('is asked of its nodes in the root and in the files it refers to, each in the file that owns the place', () => {
    const { lines } = say(
      {
        'api.yaml': 'openapi: 3.0.3\ninfo: {}\npaths:\n  /users:\n    $ref: paths/users.yaml\n',
        'paths/users.yaml': 'get:\n  responses: {}\n',
        'other.yaml': 'get:\n  responses: {}\n',
      },
      [everyOperation],
    );
    assert.deepEqual(lines, ['paths/users.yaml get | openapi/every-operation | get is bad.']);
  });

  it('compares the facts of one description, not of two', () => {
    const text = 'openapi: 3.1.0\npaths:\n  /a:\n    get: { operationId: same }\n    put: { operationId: same }\n';
    assert.deepEqual(say({ 'a.yaml': text, 'b.yaml': text }, [sameName]).lines, [
      'a.yaml same | openapi/same-name | Again.',
      'b.yaml same | openapi/same-name | Again.',
    ]);
  });

  it('that fails becomes a finding, or throws in tests', () => {
    const { said } = say({ 'api.yaml': root }, [failing, everyOperation]);
    assert.deepEqual(said.map(({ ruleId }) => ruleId).sort(), ['openapi/every-operation', 'plumbline/internal-error']);
    assert.throws(() => say({ 'api.yaml': root }, [failing], { failFast: true }), /broken/);
  });

  it('says the same where no review follows, and none does', () => {
    const files = { 'a.yaml': root };
    const last = say(files, [everyOperation], { isLast: true });
    assert.deepEqual(last.lines, say(files, [everyOperation]).lines);
    const { workspace, run } = last.reviewed;
    const again = () => finish(runRules(workspace, { rules: [], presets: [] }, run.settings, run));
    assert.throws(again, /to be the last/);
  });
});
