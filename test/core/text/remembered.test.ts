import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { remembered } from '#core/text/remembered.ts';

describe('a remembered function', () => {
  it('answers a text once as long as it is kept, and forgets all when there are too many', () => {
    const asked: string[] = [];
    const length = remembered((text) => asked.push(text) && text.length, 2);
    const answers = ['a', 'bb', 'a', 'bb', 'ccc', 'a'].map(length);
    assert.deepEqual(answers, [1, 2, 1, 2, 3, 1]);
    assert.deepEqual(asked, ['a', 'bb', 'ccc', 'a']);
  });
});
