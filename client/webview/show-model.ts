import type { Canvas } from '#client/webview/canvas.ts';
import type { Diagram } from '#client/webview/diagram.ts';
import { nearestBox } from '#client/webview/next-box.ts';
import type { Picture } from '#client/webview/picture.ts';
import type { ViewTransform } from '#client/webview/view-transform.ts';

interface Shown {
  readonly diagram: Diagram;
  readonly canvas: Canvas;
  /** True: the schema that is shown already, in the same detail. */
  readonly isSame: boolean;
  /** How the schema was seen before. */
  readonly view: ViewTransform | undefined;
}

/**
 * Shows a picture. Of the schema that is shown already, what was in the middle of the window (or selected) stays where it was; another
 * one is shown as it was seen before, else whole.
 */
export function showModel({ diagram, canvas, isSame, view }: Shown, picture: Picture | undefined): void {
  if (picture === undefined) return;
  const isShown = diagram.picture !== undefined && diagram.boxes.length > 0;
  const before = isShown ? (diagram.selected ?? nearestBox(diagram.boxes, canvas.middle)) : undefined;
  diagram.show(picture);
  const now = diagram.boxOf(before?.id);
  if (isShown && isSame) {
    if (before !== undefined && now !== undefined) canvas.follow(before, now);
  } else if (!isShown && isSame && view !== undefined) canvas.view = view;
  else canvas.fit(picture);
}
