import { layOutPart } from '#core/diagram/layout/lay-out-part.ts';
import {
  distance,
  type Layout,
  type LayoutBox,
  type LayoutLink,
  type LayoutPoint,
} from '#core/diagram/layout/layout.ts';
import { type LayoutPart, layoutParts } from '#core/diagram/layout/layout-part.ts';
import type { Steps } from '#core/work/steps.ts';

/** How much wider than high the whole should be. */
const aspect = 1.5;

/**
 * Places boxes and the lines between them: what is connected as a group of its own, the groups in rows, the largest first, and what is
 * connected with nothing in rows below. The same input gives the same layout. In steps.
 */
export function* layOut(boxes: readonly LayoutBox[], links: readonly LayoutLink[]): Steps<Layout> {
  const parts = layoutParts(boxes, links);
  const groups: Layout[] = [];
  for (const part of parts.filter(isGroup)) groups.push(yield* layOutPart(part));
  const single = parts.filter((part) => !isGroup(part)).flatMap((part) => part.boxes);
  const area = [...groups, ...single].reduce(
    (sum, { width, height }) => sum + (width + distance.parts) * (height + distance.parts),
    0,
  );
  const width = Math.max(Math.sqrt(area * aspect), ...groups.map((group) => group.width));
  const whole = new WholeLayout();
  const bottom = placeInRows(groups, width, whole);
  placeSingles(single, width, bottom === 0 ? 0 : bottom + distance.parts, whole);
  return whole.layout;
}

function isGroup({ boxes, links }: LayoutPart): boolean {
  return boxes.length > 1 || links.length > 0;
}

/** Answers with the lower edge of the last row; 0 where there is none. */
function placeInRows(groups: readonly Layout[], width: number, whole: WholeLayout): number {
  const inOrder = [...groups].sort((a, b) => b.width * b.height - a.width * a.height);
  let [x, y, bottom] = [0, 0, 0];
  for (const group of inOrder) {
    if (x > 0 && x + group.width > width) [x, y] = [0, bottom + distance.parts];
    whole.addGroup(group, { x, y });
    x += group.width + distance.parts;
    bottom = Math.max(bottom, y + group.height);
  }
  return bottom;
}

/** In rows, the highest first. */
function placeSingles(boxes: readonly LayoutBox[], width: number, top: number, whole: WholeLayout): void {
  let [x, y, bottom] = [0, top, top];
  for (const box of [...boxes].sort((a, b) => b.height - a.height)) {
    if (x > 0 && x + box.width > width) [x, y] = [0, bottom + distance.boxes];
    whole.addBox(box, { x, y });
    x += box.width + distance.boxes;
    bottom = Math.max(bottom, y + box.height);
  }
}

class WholeLayout {
  readonly #boxes = new Map<string, LayoutPoint>();
  readonly #links = new Map<string, readonly LayoutPoint[]>();
  #width = 0;
  #height = 0;

  get layout(): Layout {
    return { width: this.#width, height: this.#height, boxes: this.#boxes, links: this.#links };
  }

  addGroup({ width, height, boxes, links }: Layout, { x, y }: LayoutPoint): void {
    const moved = (point: LayoutPoint) => ({ x: point.x + x, y: point.y + y });
    for (const [id, point] of boxes) this.#boxes.set(id, moved(point));
    for (const [id, points] of links) this.#links.set(id, points.map(moved));
    this.#reach(x + width, y + height);
  }

  addBox({ id, width, height }: LayoutBox, { x, y }: LayoutPoint): void {
    this.#boxes.set(id, { x, y });
    this.#reach(x + width, y + height);
  }

  #reach(x: number, y: number): void {
    this.#width = Math.max(this.#width, x);
    this.#height = Math.max(this.#height, y);
  }
}
