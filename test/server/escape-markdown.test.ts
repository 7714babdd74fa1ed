import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { escapeAroundCode, escapeMarkdown } from '#server/pages/escape-markdown.ts';

describe('escapeMarkdown', () => {
  it('shows text as it is', () => assert.equal(escapeMarkdown('a*b [c]'), 'a\\*b \\[c\\]'));
});

describe('escapeAroundCode', () => {
  it('leaves what stands between backticks, where no escapes work', () => {
    assert.equal(
      escapeAroundCode('Add `@@index([a_b])` to `Book` of [shop]'),
      'Add `@@index([a_b])` to `Book` of \\[shop\\]',
    );
  });

  it('escapes a backtick that none follows', () => assert.equal(escapeAroundCode('a ` [b]'), 'a \\` \\[b\\]'));
});
