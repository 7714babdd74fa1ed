import type { PlacedColumns } from '#core/diagram/layout/box-heights.ts';
import { distance } from '#core/diagram/layout/layout.ts';
import type { LayoutPart, PartLink } from '#core/diagram/layout/layout-part.ts';

/** A room between two boxes of a column, or above the first or below the last. */
export interface Gap {
  readonly column: number;
  /** How many boxes of the column are above it. */
  readonly index: number;
}

/** The way of a line from left to right: it leaves a box of column `left`, goes through gaps, and reaches one of column `right`. */
export interface LineWay {
  readonly link: PartLink;
  readonly left: number;
  readonly right: number;
  /** True where the line begins at its right end. */
  readonly isTurned: boolean;
  /** The gap in each column between, and how high the line would like to be there. */
  readonly passes: readonly { readonly gap: Gap; readonly wanted: number }[];
}

/** Ways for all lines, each as straight as the boxes between its ends allow. */
export function lineWays(part: LayoutPart, placed: PlacedColumns): readonly LineWay[] {
  const columnOf = columnsByBox(placed);
  return part.links.map((link) => {
    const [from, to] = [columnOf.get(link.from) ?? 0, columnOf.get(link.to) ?? 0];
    const isTurned = from > to;
    const [left, right] = isTurned ? [to, from] : [from, to];
    const [startY, endY] = endsOf(link, placed.tops, isTurned);
    const passes: { gap: Gap; wanted: number }[] = [];
    let y = startY;
    for (let column = left + 1; column < right; column++) {
      const pass = nearestGap(column, y, endY, part, placed);
      passes.push(pass);
      y = pass.wanted;
    }
    return { link, left, right, isTurned, passes };
  });
}

/** How high the ends of a line are, the left one first. */
export function endsOf(
  { link, from, to }: PartLink,
  tops: readonly number[],
  isTurned: boolean,
): readonly [number, number] {
  const [fromY, toY] = [(tops[from] ?? 0) + link.fromY, (tops[to] ?? 0) + link.toY];
  return isTurned ? [toY, fromY] : [fromY, toY];
}

/** Which column a box stands in. */
export function columnsByBox({ columns }: PlacedColumns): ReadonlyMap<number, number> {
  return new Map(columns.flatMap((column, index) => column.map((box) => [box, index] as const)));
}

/** From where to where a gap goes. */
export function gapBounds(
  { column, index }: Gap,
  { boxes }: LayoutPart,
  { columns, tops }: PlacedColumns,
): { readonly top: number; readonly bottom: number } {
  const [above, below] = [columns[column]?.[index - 1], columns[column]?.[index]];
  const top = above === undefined ? Number.NEGATIVE_INFINITY : (tops[above] ?? 0) + (boxes[above]?.height ?? 0);
  const bottom = below === undefined ? Number.POSITIVE_INFINITY : (tops[below] ?? 0);
  return { top: top + distance.margin, bottom: bottom - distance.margin };
}

/** The gap through which the way from one height to another is the shortest. */
function nearestGap(column: number, from: number, to: number, part: LayoutPart, placed: PlacedColumns) {
  let best = { gap: { column, index: 0 }, wanted: 0 };
  let least = Number.POSITIVE_INFINITY;
  for (let index = 0; index <= (placed.columns[column]?.length ?? 0); index++) {
    const gap = { column, index };
    const { top, bottom } = gapBounds(gap, part, placed);
    const wanted = Math.max(top, Math.min(bottom, from));
    const length = Math.abs(wanted - from) + Math.abs(wanted - to);
    if (length >= least) continue;
    best = { gap, wanted };
    least = length;
  }
  return best;
}
