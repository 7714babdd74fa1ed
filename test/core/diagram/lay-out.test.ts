import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { layOut } from '#core/diagram/layout/lay-out.ts';
import type { Layout, LayoutBox, LayoutLink, LayoutPoint } from '#core/diagram/layout/layout.ts';
import { separate } from '#core/diagram/layout/separate.ts';
import { finish } from '#core/work/steps.ts';

interface Drawing {
  readonly boxes: readonly LayoutBox[];
  readonly links: readonly LayoutLink[];
}

/** Boxes of all sizes with lines between some of them, to themselves too, and several between two. */
const drawings: fc.Arbitrary<Drawing> = fc.integer({ min: 1, max: 40 }).chain((count) => {
  const box = fc.record({ width: fc.integer({ min: 80, max: 400 }), height: fc.integer({ min: 40, max: 900 }) });
  const end = fc.nat({ max: count - 1 });
  const link = fc.record({ from: end, to: end, fromY: fc.nat({ max: 39 }), toY: fc.nat({ max: 39 }), net: fc.nat(5) });
  return fc.record({
    boxes: fc
      .array(box, { minLength: count, maxLength: count })
      .map((sizes) => sizes.map((size, index) => ({ id: `b${index}`, ...size }))),
    links: fc.array(link, { maxLength: 60 }).map((all) =>
      all.map(({ from, to, fromY, toY, net }, index) => {
        return { id: `l${index}`, from: `b${from}`, to: `b${to}`, fromY, toY, net: `${to} ${net}` };
      }),
    ),
  });
});

describe('a layout', () => {
  it('lets no box lie upon another, and no line cross one', () => {
    fc.assert(
      fc.property(drawings, (drawing) => {
        const layout = laidOut(drawing);
        const placed = rectangles(drawing, layout);
        for (const [index, a] of placed.entries()) {
          for (const b of placed.slice(index + 1)) assert.ok(!overlap(a, b), `${a.id} ${b.id}`);
        }
        for (const [id, points] of layout.links) {
          for (const [a, b] of pairs(points)) {
            assert.ok(a.x === b.x || a.y === b.y, `${id} is aslant`);
            for (const box of placed) assert.ok(!overlap(box, spanned(a, b)), `${id} crosses ${box.id}`);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it('begins and ends each line at its boxes, and holds everything', () => {
    fc.assert(
      fc.property(drawings, (drawing) => {
        const layout = laidOut(drawing);
        const placed = new Map(rectangles(drawing, layout).map((box) => [box.id, box]));
        assert.equal(placed.size, drawing.boxes.length);
        for (const { id, from, to, fromY, toY } of drawing.links) {
          const points = layout.links.get(id) ?? [];
          for (const [box, y, point] of [[from, fromY, points[0]] as const, [to, toY, points.at(-1)] as const]) {
            const { left = 0, right = 0, top = 0 } = placed.get(box) ?? {};
            assert.equal(point?.y, top + y);
            assert.ok(point.x === left || point.x === right, id);
          }
        }
        for (const { x, y } of [...layout.links.values()].flat()) {
          assert.ok(x >= 0 && y >= 0 && x <= layout.width && y <= layout.height);
        }
        for (const { left, top, right, bottom } of placed.values()) {
          assert.ok(left >= 0 && top >= 0 && right <= layout.width && bottom <= layout.height);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('is the same for the same boxes and lines', () => {
    fc.assert(
      fc.property(drawings, (drawing) => {
        assert.deepEqual(laidOut(drawing), laidOut(structuredClone(drawing)));
      }),
      { numRuns: 50 },
    );
  });

  it('places what is referred to left of what refers to it', () => {
    const boxes = ['line', 'order', 'customer'].map((id) => ({ id, width: 100, height: 60 }));
    const link = (from: string, to: string) => ({ id: from, from, to, fromY: 50, toY: 18, net: to });
    const layout = laidOut({ boxes, links: [link('line', 'order'), link('order', 'customer')] });
    const x = (id: string) => layout.boxes.get(id)?.x ?? 0;
    assert.ok(x('customer') < x('order') && x('order') < x('line'));
  });

  it('is no strip where all refer to one', () => {
    const boxes = Array.from({ length: 300 }, (_, index) => ({ id: `b${index}`, width: 200, height: 200 }));
    const links = boxes.slice(1).map(({ id }) => ({ id, from: id, to: 'b0', fromY: 50, toY: 18, net: 'b0' }));
    const { width, height } = laidOut({ boxes, links });
    assert.ok(width / height > 1 / 3 && width / height < 3, `${width}×${height}`);
  });

  it('takes many that nothing connects, and a chain as long as there are models', () => {
    const boxes = Array.from({ length: 1000 }, (_, index) => ({ id: `b${index}`, width: 200, height: 80 }));
    const single = laidOut({ boxes, links: [] });
    assert.ok(single.width / single.height > 1 / 3 && single.width / single.height < 3);
    const links = boxes.slice(1).map(({ id }, index) => {
      return { id, from: id, to: `b${index}`, fromY: 50, toY: 18, net: id };
    });
    assert.equal(laidOut({ boxes, links }).links.size, 999);
    assert.deepEqual(laidOut({ boxes: [], links: [] }), { width: 0, height: 0, boxes: new Map(), links: new Map() });
  });

  it('leaves out lines to boxes that are not there', () => {
    const link = { id: 'l', from: 'a', to: 'gone', fromY: 1, toY: 1, net: 'n' };
    assert.equal(laidOut({ boxes: [{ id: 'a', width: 9, height: 9 }], links: [link] }).links.size, 0);
  });
});

describe('what is separated', () => {
  it('keeps its order, has the room it needs, and moves as little as can be', () => {
    const places = fc.array(fc.tuple(fc.integer({ min: -500, max: 500 }), fc.integer({ min: 0, max: 100 })));
    fc.assert(
      fc.property(places, (all) => {
        const [wanted, needs] = [all.map(([place]) => place), all.map(([, need]) => need)];
        const apart = separate(wanted, needs);
        const moved = (found: readonly number[]) => found.reduce((sum, x, i) => sum + (x - (wanted[i] ?? 0)) ** 2, 0);
        for (const [index, place] of apart.entries()) {
          assert.ok((apart[index + 1] ?? Number.POSITIVE_INFINITY) - place >= (needs[index] ?? 0) - 1e-6);
        }
        // Any other arrangement, as one that only pushes down, is no nearer.
        let least = Number.NEGATIVE_INFINITY;
        const pushed = wanted.map((place, index) => {
          const own = Math.max(place, least);
          least = own + (needs[index] ?? 0);
          return own;
        });
        assert.ok(moved(apart) <= moved(pushed) + 1e-6);
      }),
    );
  });
});

function laidOut({ boxes, links }: Drawing): Layout {
  return finish(layOut(boxes, links));
}

interface Rectangle {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

function rectangles({ boxes }: Drawing, layout: Layout): readonly (Rectangle & { readonly id: string })[] {
  return boxes.flatMap(({ id, width, height }) => {
    const place = layout.boxes.get(id);
    return place === undefined
      ? []
      : [{ id, left: place.x, top: place.y, right: place.x + width, bottom: place.y + height }];
  });
}

/** True where they share more than an edge. */
function overlap(a: Rectangle, b: Rectangle): boolean {
  const isThin = b.left === b.right || b.top === b.bottom;
  const [wide, high] = [
    Math.min(a.right, b.right) - Math.max(a.left, b.left),
    Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top),
  ];
  if (!isThin) return wide > 0 && high > 0;
  const inside = (from: number, to: number, start: number, end: number) => from < end && to > start;
  return inside(b.left, b.right, a.left, a.right) && inside(b.top, b.bottom, a.top, a.bottom);
}

function spanned(a: LayoutPoint, b: LayoutPoint): Rectangle {
  return {
    left: Math.min(a.x, b.x),
    top: Math.min(a.y, b.y),
    right: Math.max(a.x, b.x),
    bottom: Math.max(a.y, b.y),
  };
}

function pairs(points: readonly LayoutPoint[]): readonly (readonly [LayoutPoint, LayoutPoint])[] {
  return points.slice(1).map((point, index) => [points[index] ?? point, point]);
}
