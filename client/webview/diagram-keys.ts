import type { Canvas } from '#client/webview/canvas.ts';
import type { Diagram } from '#client/webview/diagram.ts';
import { type Direction, nextBox } from '#client/webview/next-box.ts';
import type { Box } from '#client/webview/picture.ts';

/** What keys act on. */
export interface KeyTargets {
  readonly svg: SVGSVGElement;
  readonly diagram: Diagram;
  readonly canvas: Canvas;
  readonly open: (box: Box) => void;
  readonly showAll: () => void;
  readonly search: () => void;
}

/** Goes through the models, zooms, and opens what is selected, by keys. */
export function listenToKeys(page: Document, targets: KeyTargets): void {
  page.addEventListener('keydown', (event) => {
    const isSearch = event.key === '/' || (event.key.toLowerCase() === 'f' && (event.ctrlKey || event.metaKey));
    const isTyping = event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement;
    if (isTyping && (event.key === '/' || !isSearch)) return;
    if (isSearch) targets.search();
    else if (event.ctrlKey || event.metaKey || event.altKey || !onKey(event, targets)) return;
    event.preventDefault();
  });
}

/** False for a key that means nothing here. */
function onKey({ key, target }: KeyboardEvent, targets: KeyTargets): boolean {
  const { svg, diagram, canvas, open, showAll } = targets;
  const isInDiagram = target instanceof Node && svg.contains(target);
  const box = isInDiagram ? diagram.boxAround(target) : undefined;
  switch (key) {
    case '+':
    case '=':
      canvas.zoom(1.25);
      return true;
    case '-':
      canvas.zoom(0.8);
      return true;
    case '0':
      canvas.zoom(1 / canvas.view.scale);
      return true;
    case '1':
      showAll();
      return true;
    case 'Enter':
    case ' ':
      if (box !== undefined) open(box);
      return box !== undefined;
    case 'Escape':
      diagram.select(undefined);
      if (isInDiagram) svg.focus({ preventScroll: true });
      return isInDiagram;
    case 'Home':
    case 'End':
      if (isInDiagram) focus(diagram.boxes.at(key === 'Home' ? 0 : -1), targets);
      return isInDiagram;
    case 'ArrowLeft':
    case 'ArrowRight':
    case 'ArrowUp':
    case 'ArrowDown':
      if (isInDiagram) arrow(key, box, targets);
      return isInDiagram;
    default:
      return false;
  }
}

/** From a model to the next one; where none has the focus the picture moves. */
function arrow(key: Direction, box: Box | undefined, targets: KeyTargets): void {
  if (box === undefined) targets.canvas.pan(key);
  else focus(nextBox(targets.diagram.boxes, box, key), targets);
}

function focus(box: Box | undefined, { diagram, canvas }: KeyTargets): void {
  if (box === undefined) return;
  diagram.select(box.id);
  diagram.elementOf(box.id)?.focus({ preventScroll: true });
  canvas.reveal(box);
}
