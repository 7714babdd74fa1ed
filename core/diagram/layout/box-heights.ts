import { distance } from '#core/diagram/layout/layout.ts';
import type { LayoutPart } from '#core/diagram/layout/layout-part.ts';
import { separate } from '#core/diagram/layout/separate.ts';
import { cost, Pace } from '#core/work/pace.ts';
import type { Steps } from '#core/work/steps.ts';

/** Columns, and the upper edges of the boxes. */
export interface PlacedColumns {
  /** The boxes of each column from top to bottom. */
  readonly columns: readonly (readonly number[])[];
  /** By box. */
  readonly tops: readonly number[];
}

/** In the last ones only the heights change, not the order. */
const sweeps = 20;
const lastSweeps = 4;

/**
 * Moves the boxes of each column up and down to where their lines are short, again and again from left to right and back, and keeps the
 * best. In steps.
 */
export function* boxHeights(part: LayoutPart, first: readonly (readonly number[])[]): Steps<PlacedColumns> {
  const moving = new MovingColumns(part, first);
  const pace = new Pace();
  let best = moving.placed();
  let least = moving.length();
  for (let sweep = 0; sweep < sweeps; sweep++) {
    for (let turn = 0; turn < first.length; turn++) {
      moving.move(sweep % 2 === 0 ? turn : first.length - 1 - turn, sweep < sweeps - lastSweeps);
    }
    if (pace.isDue(cost.looked * (part.boxes.length + part.links.length))) yield;
    const length = moving.length();
    if (length >= least) continue;
    best = moving.placed();
    least = length;
  }
  return best;
}

class MovingColumns {
  readonly #part: LayoutPart;
  readonly #columns: number[][];
  readonly #tops: number[];
  /** By box: its ports and the ports they are connected with. */
  readonly #ports: readonly { readonly own: number; readonly other: number; readonly otherBox: number }[][];

  constructor(part: LayoutPart, columns: readonly (readonly number[])[]) {
    this.#part = part;
    this.#columns = columns.map((column) => [...column]);
    this.#tops = part.boxes.map(() => 0);
    this.#ports = part.boxes.map(() => []);
    for (const { link, from, to } of part.links) {
      if (from === to) continue;
      this.#ports[from]?.push({ own: link.fromY, other: link.toY, otherBox: to });
      this.#ports[to]?.push({ own: link.toY, other: link.fromY, otherBox: from });
    }
    for (const column of this.#columns) this.#place(column, stackedTops(column, part));
  }

  /** Moves the boxes of a column to where those of the others want them. */
  move(index: number, isSorting: boolean): void {
    const column = this.#columns[index] ?? [];
    const wanted = new Map(column.map((box) => [box, this.#wantedTop(box)]));
    const centre = (box: number) => (wanted.get(box) ?? 0) + this.#height(box) / 2;
    if (isSorting) column.sort((a, b) => centre(a) - centre(b) || a - b);
    this.#place(
      column,
      column.map((box) => wanted.get(box) ?? 0),
    );
  }

  /** How far all lines go up and down. */
  length(): number {
    const far = this.#part.links.map(({ link, from, to }) => {
      return Math.abs(this.#top(from) + link.fromY - this.#top(to) - link.toY);
    });
    return far.reduce((sum, each) => sum + each, 0);
  }

  placed(): PlacedColumns {
    return { columns: this.#columns.map((column) => [...column]), tops: [...this.#tops] };
  }

  #place(column: readonly number[], wanted: readonly number[]): void {
    const needs = column.map((box) => this.#height(box) + distance.boxes);
    for (const [index, top] of separate(wanted, needs).entries()) this.#tops[column[index] ?? 0] = top;
  }

  #wantedTop(box: number): number {
    const ports = this.#ports[box] ?? [];
    if (ports.length === 0) return this.#top(box);
    return ports.reduce((sum, { own, other, otherBox }) => sum + this.#top(otherBox) + other - own, 0) / ports.length;
  }

  #top(box: number): number {
    return this.#tops[box] ?? 0;
  }

  #height(box: number): number {
    return this.#part.boxes[box]?.height ?? 0;
  }
}

/** One below the other, with the middle at 0. */
function stackedTops(column: readonly number[], { boxes }: LayoutPart): readonly number[] {
  const heights = column.map((box) => (boxes[box]?.height ?? 0) + distance.boxes);
  let top = -heights.reduce((sum, each) => sum + each, 0) / 2;
  return heights.map((height) => {
    const own = top;
    top += height;
    return own;
  });
}
