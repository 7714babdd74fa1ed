import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { matchingBoxes } from '#client/webview/matching-boxes.ts';

const boxes = ['OrderLine', 'Order', 'Reorder', 'Customer', '<order>'].map((name) => ({ id: name, name }));

describe('what fits a search', () => {
  it('begins with what is looked for, or holds it, whatever the case', () => {
    assert.deepEqual(
      matchingBoxes(boxes, ' ORDER ').map(({ name }) => name),
      ['Order', 'OrderLine', '<order>', 'Reorder'],
    );
  });

  it('is nothing where nothing is looked for, or nothing is found', () => {
    assert.deepEqual(matchingBoxes(boxes, ' '), []);
    assert.deepEqual(matchingBoxes(boxes, '.*'), []);
  });
});
