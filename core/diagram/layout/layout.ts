/** What is placed: a box of a known size. Lengths are those of the picture, in pixels. */
export interface LayoutBox {
  readonly id: string;
  readonly width: number;
  readonly height: number;
}

/** A line between two boxes. */
export interface LayoutLink {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  /** Where it leaves and reaches the boxes, counted from their tops. */
  readonly fromY: number;
  readonly toY: number;
  /** Lines of one net may run upon each other: they lead to the same place. */
  readonly net: string;
}

export interface LayoutPoint {
  readonly x: number;
  readonly y: number;
}

/** Where everything stands. Boxes do not overlap, and no line crosses one. */
export interface Layout {
  readonly width: number;
  readonly height: number;
  /** The left upper corners, by box. */
  readonly boxes: ReadonlyMap<string, LayoutPoint>;
  /** The corners of the lines from end to end, by link; neighbours differ in x or in y alone. */
  readonly links: ReadonlyMap<string, readonly LayoutPoint[]>;
}

/** Distances, in pixels. */
export const distance = {
  /** Between two boxes one above the other. */
  boxes: 30,
  /** Between two lines that run side by side. */
  lines: 8,
  /** Between a box and the first line that passes it. */
  margin: 10,
  /** Between a box and the first line beside it: the ends of relations are drawn there. */
  ends: 32,
  /** Between groups of boxes that nothing connects. */
  parts: 64,
} as const;
