import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { review } from '#core/review.ts';
import { recommendedRules } from '../../support/test-rule.ts';
import { folder } from '../say.ts';

describe('a file', () => {
  it('that begins with slashes is what it is without the review before', () => {
    const rulebook = { rules: [], presets: [recommendedRules] };
    const uri = `${folder}a.yaml`;
    const settings = { folders: [folder], preset: 'recommended', unread: new Map<string, never>() };
    const text = 'info:\n  { title: T }\nopenapi: 3.0.3\n';
    const before = review([{ uri, text }], rulebook, settings);
    assert.equal(before.files.get(uri)?.role, 'openapi-root');
    for (const now of [`/// ${text}`, `/* ${text}`, `\n// ${text}`, `\uFEFF// ${text}`]) {
      const roles = [before, undefined].map((previous) => {
        return review([{ uri, text: now }], rulebook, settings, previous).files.get(uri)?.role;
      });
      assert.equal(roles[0], roles[1], now);
    }
  });
});
