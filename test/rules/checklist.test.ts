import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { checklist } from '#rules/checklist.ts';

describe('the rows of the checklist', () => {
  it('have short titles and a sentence each', () => {
    for (const { items } of checklist) {
      for (const { id, title, sentence } of items) {
        assert.ok(title.length <= 28, `${id}: ${title}`);
        assert.notEqual(sentence, title, id);
      }
    }
    const titles = checklist.flatMap(({ items }) => items.map(({ title }) => title));
    assert.equal(new Set(titles).size, titles.length);
  });

  it('ask for a note where the question asks what or which', () => {
    for (const { items } of checklist) {
      for (const item of items) {
        if (item.kind === 'human' && /\b(?:what|which)\b/i.test(item.question)) assert.ok(item.asksNote, item.id);
      }
    }
  });
});
