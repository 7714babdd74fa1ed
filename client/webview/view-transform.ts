/** How the picture is seen: a point of it times `scale`, moved by `x` and `y`, is a point of the window. */
export interface ViewTransform {
  readonly scale: number;
  readonly x: number;
  readonly y: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

const least = 0.04;
const most = 3;

/** Left free around a picture that is shown whole, in pixels. */
const margin = 16;

/** Zooms so that the point of the window stays where it is. */
export function zoomedAt({ scale, x, y }: ViewTransform, factor: number, at: Point): ViewTransform {
  const next = Math.min(most, Math.max(least, scale * factor));
  const ratio = next / scale;
  return { scale: next, x: at.x - (at.x - x) * ratio, y: at.y - (at.y - y) * ratio };
}

/** Shows the whole picture in the middle, not larger than it is. */
export function fitted(picture: Size, window: Size): ViewTransform {
  const [wide, high] = [window.width - 2 * margin, window.height - 2 * margin];
  const scale = Math.min(1, Math.max(least, Math.min(wide / picture.width, high / picture.height)));
  return {
    scale,
    x: (window.width - picture.width * scale) / 2,
    y: Math.max(margin, (window.height - picture.height * scale) / 2),
  };
}

/** Shows a place of the picture in the middle, large enough to be read. */
export function centred({ scale }: ViewTransform, at: Point, window: Size): ViewTransform {
  const next = Math.max(scale, 0.8);
  return { scale: next, x: window.width / 2 - at.x * next, y: window.height / 2 - at.y * next };
}

/** Moves no further than needed for a part of the picture to be seen; of a larger one its beginning. */
export function revealed(view: ViewTransform, part: Point & Size, window: Size): ViewTransform {
  const [left, top] = [part.x * view.scale + view.x, part.y * view.scale + view.y];
  return {
    scale: view.scale,
    x: view.x + shift(left, part.width * view.scale, window.width),
    y: view.y + shift(top, part.height * view.scale, window.height),
  };
}

function shift(start: number, length: number, room: number): number {
  if (start < margin || length > room - 2 * margin) return margin - start;
  return Math.min(0, room - margin - start - length);
}

/** Moves so that what was at a place of the picture, and is now at another, is seen where it was. */
export function following({ scale, x, y }: ViewTransform, before: Point, now: Point): ViewTransform {
  return { scale, x: x + (before.x - now.x) * scale, y: y + (before.y - now.y) * scale };
}

/** The place of the picture that is seen at a point of the window. */
export function pictureAt({ scale, x, y }: ViewTransform, at: Point): Point {
  return { x: (at.x - x) / scale, y: (at.y - y) / scale };
}
