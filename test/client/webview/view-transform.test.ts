import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import {
  centred,
  fitted,
  following,
  pictureAt,
  revealed,
  type ViewTransform,
  zoomedAt,
} from '#client/webview/view-transform.ts';

const window = { width: 800, height: 600 };
const coordinate = fc.integer({ min: -5000, max: 5000 });
const point = fc.record({ x: coordinate, y: coordinate });
const views: fc.Arbitrary<ViewTransform> = fc.record({
  scale: fc.double({ min: 0.04, max: 3, noNaN: true }),
  x: coordinate,
  y: coordinate,
});

describe('how the picture is seen', () => {
  it('keeps the point under the pointer while it is zoomed, within bounds', () => {
    fc.assert(
      fc.property(views, fc.double({ min: 0.01, max: 100, noNaN: true }), point, (view, factor, at) => {
        const zoomed = zoomedAt(view, factor, at);
        assert.ok(zoomed.scale >= 0.04 && zoomed.scale <= 3);
        near(pictureAt(zoomed, at), pictureAt(view, at));
      }),
    );
  });

  it('shows a picture whole, and no larger than it is', () => {
    assert.equal(fitted({ width: 100, height: 100 }, window).scale, 1);
    const { scale, x, y } = fitted({ width: 7680, height: 100 }, window);
    assert.deepEqual([scale, x], [0.1, 16]);
    assert.ok(y > 0);
    assert.equal(fitted({ width: 1e9, height: 1 }, window).scale, 0.04);
  });

  it('puts a place in the middle, large enough to be read', () => {
    const view = centred({ scale: 0.1, x: 0, y: 0 }, { x: 500, y: 700 }, window);
    assert.equal(view.scale, 0.8);
    near(pictureAt(view, { x: 400, y: 300 }), { x: 500, y: 700 });
  });

  it('reveals a part and moves no further than that', () => {
    const view = { scale: 1, x: 0, y: 0 };
    const part = { x: 100, y: 100, width: 200, height: 200 };
    assert.deepEqual(revealed(view, part, window), view);
    assert.deepEqual(revealed(view, { ...part, x: 700 }, window), { scale: 1, x: -116, y: 0 });
    assert.deepEqual(revealed(view, { ...part, y: -50, height: 2000 }, window), { scale: 1, x: 0, y: 66 });
  });

  it('follows what has moved, so that it is seen where it was', () => {
    const view = following({ scale: 2, x: 10, y: 10 }, { x: 100, y: 50 }, { x: 400, y: 0 });
    assert.deepEqual(view, { scale: 2, x: -590, y: 110 });
  });
});

function near(a: { x: number; y: number }, b: { x: number; y: number }): void {
  assert.ok(Math.abs(a.x - b.x) < 1e-3 && Math.abs(a.y - b.y) < 1e-3, JSON.stringify([a, b]));
}
