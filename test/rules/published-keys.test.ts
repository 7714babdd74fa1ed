import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { blankedKey, publishedKeys } from '#rules/detectors/openapi/published-keys.ts';

/** Letters and digits as keys have them, so many. Put together here, so that nothing takes this file for a leak. */
function random(length: number): string {
  return 'q7Zt0KpR4vNx2LmW9cYb6JdHs8FgTe3UaPi5QoXk1nVyMrCzEwLuBhGj'.repeat(2).slice(0, length);
}

describe('published keys', () => {
  it('are known by how they begin', () => {
    const keys: readonly (readonly [name: string, key: string])[] = [
      ['GitHub token', `ghp_${random(36)}`],
      ['Slack token', `xoxb-${random(40)}`],
      ['Stripe key', `sk_live_${random(24)}`],
      ['Google API key', `AIza${random(35)}`],
      ['SendGrid key', `SG.${random(22)}.${random(43)}`],
      ['GitLab token', `glpat-${random(20)}`],
      ['npm token', `npm_${random(36)}`],
    ];
    for (const [name, key] of keys) {
      const [found, ...others] = publishedKeys(`Send "${key}" along.`);
      assert.deepEqual([found?.name, found?.value, found?.span.start], [name, key, 6], key.slice(0, 5));
      assert.equal(others.length, 0);
    }
  });

  it('are no placeholders, and no parts of longer words', () => {
    const texts = ['ghp_'.padEnd(40, 'x'), `ghp_${'ab1'.repeat(12)}`, `aghp_${random(36)}`, `ghp_${random(37)}`];
    for (const text of [...texts, `sk_test_${random(24)}`, 'sk_live_your_key_goes_here_please_0'])
      assert.deepEqual(publishedKeys(text), [], text);
  });

  it('are blanked out, but for what says whose they are', () => {
    assert.equal(blankedKey(`ghp_${random(36)}`), `ghp_${'X'.repeat(36)}`);
    assert.equal(blankedKey(`sk_live_${random(24)}`), `sk_live_${'X'.repeat(24)}`);
    assert.equal(blankedKey(`SG.${random(22)}.${random(43)}`), `SG.${'X'.repeat(22)}.${'X'.repeat(43)}`);
    for (const key of [`glpat-${random(20)}`, `AIza${random(35)}`])
      assert.deepEqual(publishedKeys(blankedKey(key)), []);
  });
});
