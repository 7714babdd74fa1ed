import { boxColumns } from '#core/diagram/layout/box-columns.ts';
import { boxHeights } from '#core/diagram/layout/box-heights.ts';
import { type SpacedColumns, spacedColumns } from '#core/diagram/layout/gap-lanes.ts';
import { type Gutter, gutterLanes, heightsOf } from '#core/diagram/layout/gutter-lanes.ts';
import type { Layout, LayoutPoint } from '#core/diagram/layout/layout.ts';
import type { LayoutPart } from '#core/diagram/layout/layout-part.ts';
import { type LineWay, lineWays } from '#core/diagram/layout/line-ways.ts';
import type { Steps } from '#core/work/steps.ts';

/**
 * Places boxes that are connected: in columns, what is referred to left of what refers to it. Lines go level through the gaps between
 * boxes, and up and down between columns. In steps.
 */
export function* layOutPart(part: LayoutPart): Steps<Layout> {
  const first = boxColumns(part);
  yield;
  const placed = yield* boxHeights(part, first);
  const ways = lineWays(part, placed);
  yield;
  const spaced = spacedColumns(part, placed, ways);
  yield;
  const gutters = gutterLanes(placed.columns.length, ways, spaced);
  yield;
  const lefts = columnLefts(part, placed.columns, gutters);
  const boxes = new Map<string, LayoutPoint>();
  for (const [column, inColumn] of placed.columns.entries()) {
    for (const box of inColumn) {
      const id = part.boxes[box]?.id;
      if (id !== undefined) boxes.set(id, { x: lefts[column] ?? 0, y: spaced.placed.tops[box] ?? 0 });
    }
  }
  const room: Room = { part, spaced, gutters, gutterLefts: gutterLefts(part, placed.columns, lefts), boxes };
  const links = new Map(ways.map((way) => [way.link.link.id, corners(way, room)]));
  yield;
  return fromCorner(part, boxes, links);
}

interface Room {
  readonly part: LayoutPart;
  readonly spaced: SpacedColumns;
  readonly gutters: readonly Gutter[];
  readonly gutterLefts: readonly number[];
  readonly boxes: ReadonlyMap<string, LayoutPoint>;
}

function columnWidth({ boxes }: LayoutPart, column: readonly number[]): number {
  return Math.max(0, ...column.map((box) => boxes[box]?.width ?? 0));
}

function columnLefts(
  part: LayoutPart,
  columns: readonly (readonly number[])[],
  gutters: readonly Gutter[],
): readonly number[] {
  let left = 0;
  return columns.map((column, index) => {
    const own = left;
    left += columnWidth(part, column) + (gutters[index]?.width ?? 0);
    return own;
  });
}

function gutterLefts(
  part: LayoutPart,
  columns: readonly (readonly number[])[],
  lefts: readonly number[],
): readonly number[] {
  return columns.map((column, index) => (lefts[index] ?? 0) + columnWidth(part, column));
}

/** The corners of a line from its beginning to its end. */
function corners(way: LineWay, room: Room): readonly LayoutPoint[] {
  const { link, left, right, isTurned } = way;
  const heights = heightsOf(way, room.spaced);
  const [startBox, endBox] = isTurned ? [link.to, link.from] : [link.from, link.to];
  const isLoop = left === right;
  const points: LayoutPoint[] = [{ x: rightEdge(startBox, room), y: heights[0] ?? 0 }];
  for (let index = 0; index + 1 < heights.length; index++) {
    const gutter = left + index;
    const x = (room.gutterLefts[gutter] ?? 0) + (room.gutters[gutter]?.lanes.get(link.link.net) ?? 0);
    points.push({ x, y: heights[index] ?? 0 }, { x, y: heights[index + 1] ?? 0 });
  }
  const end = isLoop ? rightEdge(endBox, room) : leftEdge(endBox, room);
  points.push({ x: end, y: heights.at(-1) ?? 0 });
  const plain = withoutNeedless(points);
  return isTurned ? plain.reverse() : plain;
}

function leftEdge(box: number, { part, boxes }: Room): number {
  return boxes.get(part.boxes[box]?.id ?? '')?.x ?? 0;
}

function rightEdge(box: number, room: Room): number {
  return leftEdge(box, room) + (room.part.boxes[box]?.width ?? 0);
}

/** Without points between two others on one straight line. */
function withoutNeedless(points: readonly LayoutPoint[]): LayoutPoint[] {
  const needed: LayoutPoint[] = [];
  for (const point of points) {
    const [before, last] = [needed.at(-2), needed.at(-1)];
    const isOn = (a: 'x' | 'y') => before?.[a] === point[a] && last?.[a] === point[a];
    if (last !== undefined && (isOn('x') || isOn('y') || (last.x === point.x && last.y === point.y))) needed.pop();
    needed.push(point);
  }
  return needed;
}

/** The same with its left upper corner at 0. */
function fromCorner(
  { boxes: all }: LayoutPart,
  boxes: ReadonlyMap<string, LayoutPoint>,
  links: ReadonlyMap<string, readonly LayoutPoint[]>,
): Layout {
  const points = [...links.values()].flat();
  const corners = all.flatMap(({ id, width, height }) => {
    const { x, y } = boxes.get(id) ?? { x: 0, y: 0 };
    return [
      { x, y },
      { x: x + width, y: y + height },
    ];
  });
  const [xs, ys] = [[...points, ...corners].map(({ x }) => x), [...points, ...corners].map(({ y }) => y)];
  const [left, top] = [least(xs), least(ys)];
  const moved = ({ x, y }: LayoutPoint) => ({ x: x - left, y: y - top });
  return {
    width: -least(xs.map((x) => -x)) - left,
    height: -least(ys.map((y) => -y)) - top,
    boxes: new Map([...boxes].map(([id, point]) => [id, moved(point)])),
    links: new Map([...links].map(([id, each]) => [id, each.map(moved)])),
  };
}

function least(values: readonly number[]): number {
  return values.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
}
