import type { SpacedColumns } from '#core/diagram/layout/gap-lanes.ts';
import { distance } from '#core/diagram/layout/layout.ts';
import { endsOf, type LineWay } from '#core/diagram/layout/line-ways.ts';

/** The room right of a column, in which lines go up and down. */
export interface Gutter {
  readonly width: number;
  /** How far from the left each net goes up and down. */
  readonly lanes: ReadonlyMap<string, number>;
}

/** How high a line is in each gutter on its way: first its left end, then each gap, then its right end. */
export function heightsOf({ link, isTurned, passes }: LineWay, { placed, heightIn }: SpacedColumns): readonly number[] {
  const [start, end] = endsOf(link, placed.tops, isTurned);
  return [start, ...passes.map(({ gap }) => heightIn(gap, link.link.net)), end];
}

/** A gutter right of each column; what goes up and down side by side does so in lanes of its own. */
export function gutterLanes(count: number, ways: readonly LineWay[], spaced: SpacedColumns): readonly Gutter[] {
  const spans = Array.from({ length: count }, () => new Map<string, { top: number; bottom: number }>());
  for (const way of ways) {
    const heights = heightsOf(way, spaced);
    const { net } = way.link.link;
    for (let index = 0; index + 1 < heights.length; index++) {
      const [a = 0, b = 0] = [heights[index], heights[index + 1]];
      const gutter = spans[way.left + index];
      const before = gutter?.get(net) ?? { top: a, bottom: a };
      gutter?.set(net, { top: Math.min(before.top, a, b), bottom: Math.max(before.bottom, a, b) });
    }
  }
  return spans.map((gutter, index) => gutterOf(gutter, index === count - 1));
}

/** Lanes are given from the left, to the upper ones first. */
function gutterOf(
  spans: ReadonlyMap<string, { readonly top: number; readonly bottom: number }>,
  isLast: boolean,
): Gutter {
  if (spans.size === 0) return { width: isLast ? 0 : 2 * distance.ends, lanes: new Map() };
  const ends: number[] = [];
  const lanes = new Map<string, number>();
  const inOrder = [...spans].sort(([a, one], [b, other]) => one.top - other.top || (a < b ? -1 : 1));
  for (const [net, { top, bottom }] of inOrder) {
    const free = ends.findIndex((end) => end + distance.lines < top);
    const lane = free < 0 ? ends.length : free;
    ends[lane] = bottom;
    lanes.set(net, distance.ends + lane * distance.lines);
  }
  const room = distance.ends + (ends.length - 1) * distance.lines;
  return { width: room + distance.ends, lanes };
}
