import type { PlacedColumns } from '#core/diagram/layout/box-heights.ts';
import { distance } from '#core/diagram/layout/layout.ts';
import type { LayoutPart } from '#core/diagram/layout/layout-part.ts';
import { type Gap, gapBounds, type LineWay } from '#core/diagram/layout/line-ways.ts';
import { separate } from '#core/diagram/layout/separate.ts';

/** The nets that go through one gap, and how high each would like to be. */
interface GapUse {
  readonly gap: Gap;
  readonly nets: Map<string, number[]>;
}

/** Boxes with room for all that passes between them, and how high each net passes each gap. */
export interface SpacedColumns {
  readonly placed: PlacedColumns;
  heightIn(gap: Gap, net: string): number;
}

/** Moves boxes apart where many lines go between them, and gives each net its own height in each gap. */
export function spacedColumns(part: LayoutPart, placed: PlacedColumns, ways: readonly LineWay[]): SpacedColumns {
  const uses = gapUses(ways);
  const tops = [...placed.tops];
  for (const [column, boxes] of placed.columns.entries()) {
    const needs = boxes.map((box, index) => {
      const lines = uses.get(gapKey({ column, index: index + 1 }))?.nets.size ?? 0;
      const room = 2 * distance.margin + Math.max(0, lines - 1) * distance.lines;
      return (part.boxes[box]?.height ?? 0) + Math.max(distance.boxes, room);
    });
    const wanted = boxes.map((box) => placed.tops[box] ?? 0);
    for (const [index, top] of separate(wanted, needs).entries()) tops[boxes[index] ?? 0] = Math.round(top);
  }
  const spaced = { columns: placed.columns, tops };
  const heights = new Map([...uses].map(([key, use]) => [key, netHeights(use, part, spaced)]));
  return { placed: spaced, heightIn: (gap, net) => heights.get(gapKey(gap))?.get(net) ?? 0 };
}

function gapKey({ column, index }: Gap): string {
  return `${column} ${index}`;
}

function gapUses(ways: readonly LineWay[]): ReadonlyMap<string, GapUse> {
  const uses = new Map<string, GapUse>();
  for (const { link, passes } of ways) {
    for (const { gap, wanted } of passes) {
      const use = uses.get(gapKey(gap)) ?? { gap, nets: new Map() };
      uses.set(gapKey(gap), use);
      use.nets.set(link.link.net, [...(use.nets.get(link.link.net) ?? []), wanted]);
    }
  }
  return uses;
}

/** One below the other within the gap, as near to where they would like to be as can be. */
function netHeights({ gap, nets }: GapUse, part: LayoutPart, placed: PlacedColumns): ReadonlyMap<string, number> {
  const { top, bottom } = gapBounds(gap, part, placed);
  const inOrder = [...nets]
    .map(([net, wanted]) => ({ net, y: wanted.reduce((sum, each) => sum + each, 0) / wanted.length }))
    .sort((a, b) => a.y - b.y || (a.net < b.net ? -1 : 1));
  const wanted = inOrder.map(({ y }) => Math.max(top, Math.min(bottom, y)));
  const apart = separate(
    wanted,
    wanted.map(() => distance.lines),
  );
  const heights = inOrder.map(({ net }, index) => {
    const [above, below] = [index * distance.lines, (inOrder.length - 1 - index) * distance.lines];
    return [net, Math.round(Math.max(top + above, Math.min(bottom - below, apart[index] ?? 0)))] as const;
  });
  return new Map(heights);
}
