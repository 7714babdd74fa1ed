import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { nearestBox, nextBox } from '#client/webview/next-box.ts';

const size = { width: 100, height: 100 };
const [middle, right, farRight, above, aside] = [
  { id: 'middle', x: 0, y: 0, ...size },
  { id: 'right', x: 200, y: 30, ...size },
  { id: 'farRight', x: 400, y: 0, ...size },
  { id: 'above', x: 10, y: -300, ...size },
  { id: 'aside', x: 150, y: 400, ...size },
];
const boxes = [middle, right, farRight, above, aside];

describe('the next box', () => {
  it('is the one straight ahead before one that is nearer but aside', () => {
    assert.equal(nextBox(boxes, middle, 'ArrowRight')?.id, 'right');
    assert.equal(nextBox(boxes, right, 'ArrowRight')?.id, 'farRight');
    assert.equal(nextBox(boxes, farRight, 'ArrowLeft')?.id, 'right');
    assert.equal(nextBox(boxes, middle, 'ArrowUp')?.id, 'above');
    assert.equal(nextBox(boxes, middle, 'ArrowDown')?.id, 'aside');
  });

  it('is none where nothing lies in a direction', () => {
    assert.equal(nextBox(boxes, middle, 'ArrowLeft'), undefined);
  });

  it('to a point is the one with the nearest middle', () => {
    assert.equal(nearestBox(boxes, { x: 240, y: 60 })?.id, 'right');
    assert.equal(nearestBox([], { x: 0, y: 0 }), undefined);
  });
});
