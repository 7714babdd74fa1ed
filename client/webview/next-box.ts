import type { Point, Size } from '#client/webview/view-transform.ts';

/** A box with a name. */
export type PlacedBox = Point & Size & { readonly id: string };

export type Direction = 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown';

/** What lies more aside than ahead is next only where nothing else is. */
const astray = 100_000;

/** The box that is seen next in a direction: what lies straight ahead counts as nearer than what lies aside. */
export function nextBox<B extends PlacedBox>(
  boxes: readonly B[],
  from: PlacedBox,
  direction: Direction,
): B | undefined {
  let best: B | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const box of boxes) {
    const away = distanceTo(box, from, direction);
    if (box.id === from.id || away >= least) continue;
    best = box;
    least = away;
  }
  return best;
}

function distanceTo(box: PlacedBox, from: PlacedBox, direction: Direction): number {
  const [dx, dy] = [middle(box).x - middle(from).x, middle(box).y - middle(from).y];
  const isLevel = direction === 'ArrowLeft' || direction === 'ArrowRight';
  const sign = direction === 'ArrowLeft' || direction === 'ArrowUp' ? -1 : 1;
  const ahead = sign * (isLevel ? dx : dy);
  const aside = isLevel ? gap(box.y, box.height, from.y, from.height) : gap(box.x, box.width, from.x, from.width);
  const off = Math.abs(isLevel ? dy : dx);
  if (ahead <= 0) return Number.POSITIVE_INFINITY;
  return ahead + 3 * aside + 0.1 * off + (aside > 0 && off > 2 * ahead ? astray : 0);
}

function middle({ x, y, width, height }: PlacedBox): Point {
  return { x: x + width / 2, y: y + height / 2 };
}

/** How far two spans are apart; 0 where they overlap. */
function gap(a: number, aLength: number, b: number, bLength: number): number {
  return Math.max(0, a - b - bLength, b - a - aLength);
}

/** The box whose middle is nearest to a point. */
export function nearestBox<B extends PlacedBox>(boxes: readonly B[], { x, y }: Point): B | undefined {
  let best: B | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const box of boxes) {
    const at = middle(box);
    const away = Math.hypot(at.x - x, at.y - y);
    if (away >= least) continue;
    best = box;
    least = away;
  }
  return best;
}
