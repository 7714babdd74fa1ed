import { boxRanks } from '#core/diagram/layout/box-ranks.ts';
import { distance } from '#core/diagram/layout/layout.ts';
import type { LayoutPart } from '#core/diagram/layout/layout-part.ts';

/** How much wider than high a part should be. */
const aspect = 1.25;

/** A column of this height is not split, in pixels. */
const unsplit = 900;

const sweeps = 6;

/**
 * The boxes of a part in columns from left to right, each from top to bottom: a column for each rank, and several for one that would be
 * much higher than the whole should be (what all refer to has a hundred boxes behind it).
 */
export function boxColumns(part: LayoutPart): readonly (readonly number[])[] {
  const ranks = boxRanks(part);
  const layers: number[][] = Array.from({ length: Math.max(-1, ...ranks) + 1 }, () => []);
  for (const [box, rank] of ranks.entries()) layers[rank]?.push(box);
  sortLayers(part, layers);
  const most = mostHeight(part);
  return layers.flatMap((layer) => split(layer, most, part));
}

function heightOf({ boxes }: LayoutPart, box: number): number {
  return (boxes[box]?.height ?? 0) + distance.boxes;
}

function mostHeight(part: LayoutPart): number {
  // The more lines there are, the more of them run between two columns.
  const gutter = 2 * distance.ends + distance.lines * Math.sqrt(part.links.length);
  const areas = part.boxes.map(({ width }, box) => (width + gutter) * heightOf(part, box));
  const area = areas.reduce((sum, each) => sum + each, 0);
  return Math.max(unsplit, Math.sqrt(area / aspect), ...part.boxes.map(({ height }) => height));
}

/** Sorts each layer by where the neighbours of its boxes are in the others, down and up. */
function sortLayers(part: LayoutPart, layers: readonly number[][]): void {
  const neighbours = neighboursOf(part);
  const places = part.boxes.map(() => 0);
  const note = (layer: readonly number[]) => {
    for (const [index, box] of layer.entries()) places[box] = (index + 0.5) / layer.length;
  };
  for (const layer of layers) note(layer);
  for (let sweep = 0; sweep < sweeps; sweep++) {
    const inTurn = sweep % 2 === 0 ? layers : [...layers].reverse();
    for (const layer of inTurn) {
      const keys = new Map(layer.map((box) => [box, meanPlace(box, neighbours, places)]));
      layer.sort((a, b) => (keys.get(a) ?? 0) - (keys.get(b) ?? 0) || a - b);
      note(layer);
    }
  }
}

function meanPlace(box: number, neighbours: readonly (readonly number[])[], places: readonly number[]): number {
  const around = neighbours[box] ?? [];
  if (around.length === 0) return places[box] ?? 0;
  return around.reduce((sum, each) => sum + (places[each] ?? 0), 0) / around.length;
}

function neighboursOf({ boxes, links }: LayoutPart): readonly (readonly number[])[] {
  const neighbours = boxes.map((): number[] => []);
  for (const { from, to } of links) {
    if (from === to) continue;
    neighbours[from]?.push(to);
    neighbours[to]?.push(from);
  }
  return neighbours;
}

/** Each box goes to the column that is the least high so far, so that the order is kept in all of them. */
function split(layer: readonly number[], most: number, part: LayoutPart): readonly (readonly number[])[] {
  const whole = layer.reduce((sum, box) => sum + heightOf(part, box), 0);
  const columns = Array.from({ length: Math.ceil(whole / most) }, () => ({ height: 0, boxes: [] as number[] }));
  for (const box of layer) {
    const lowest = columns.reduce((best, column) => (column.height < best.height ? column : best));
    lowest.boxes.push(box);
    lowest.height += heightOf(part, box);
  }
  return columns.map(({ boxes }) => boxes).filter((boxes) => boxes.length > 0);
}
