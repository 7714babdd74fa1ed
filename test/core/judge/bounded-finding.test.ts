import assert from 'node:assert/strict';
import { boundedFinding } from '#core/judge/bounded-finding.ts';
import type { Finding, Fix } from '#core/rule.ts';

describe('boundedFinding', () => {
  const span = { start: 0, end: 1 };
  const changes: Fix['changes'] = { rootUri: 'file:///api.yaml', make: () => assert.fail('Not asked for') };
  const longName = `first-${'x'.repeat(5000)}-last`;

  it('keeps a finding whose texts are short', () => {
    const finding: Finding = { span, message: 'Short.', fixes: [{ title: 'Mend it', safety: 'safe', changes }] };
    assert.equal(boundedFinding(finding), finding);
  });

  it('keeps the beginning and the end of each long text', () => {
    const bounded = boundedFinding({
      span,
      message: longName,
      fixes: [{ title: `Rename ${longName}`, safety: 'review', changes }],
    });
    for (const text of [bounded.message, bounded.fixes?.[0]?.title ?? '']) {
      assert.ok(text.length < 1000, text);
      assert.match(text, /(^|Rename )first-x+…x+-last$/);
    }
    assert.equal(bounded.span, span);
  });
});
