import type { PageMessage, PageState, ViewMessage } from '#client/diagram-message.ts';
import { Canvas } from '#client/webview/canvas.ts';
import { Diagram } from '#client/webview/diagram.ts';
import { listenToKeys } from '#client/webview/diagram-keys.ts';
import { element } from '#client/webview/element.ts';
import type { Box } from '#client/webview/picture.ts';
import { Search } from '#client/webview/search.ts';
import { showModel } from '#client/webview/show-model.ts';
import { showSchemas, showSummary } from '#client/webview/toolbar.ts';

/** What VS Code gives the script of a webview. */
interface WebviewApi {
  postMessage(message: PageMessage): void;
  getState(): PageState | undefined;
  setState(state: PageState): void;
}

declare function acquireVsCodeApi(): WebviewApi;

const api = acquireVsCodeApi();
const svg = element('canvas', SVGSVGElement);
const level = element('zoom-level', HTMLButtonElement);
const detail = element('detail', HTMLSelectElement);
const schema = element('schema', HTMLSelectElement);
const empty = element('empty', HTMLElement);
const style = new CSSStyleSheet();
document.adoptedStyleSheets = [...document.adoptedStyleSheets, style];

let state = api.getState();
const diagram = new Diagram(element('lines', SVGGElement), element('boxes', SVGGElement));
const canvas = new Canvas(svg, element('scene', SVGGElement), (view) => {
  level.textContent = `${Math.round(view.scale * 100)}%`;
  if (state !== undefined && diagram.picture !== undefined) keep({ ...state, view });
  drawRowsSoon();
});
const search = new Search(element('search', HTMLInputElement), element('results', HTMLElement), {
  boxes: () => diagram.boxes,
  found: (box) => goTo(box),
  leave: () => svg.focus(),
});

let isDrawing = false;

/** Once a frame, however often the picture moves. */
function drawRowsSoon(): void {
  if (isDrawing) return;
  isDrawing = true;
  requestAnimationFrame(() => {
    isDrawing = false;
    if (!canvas.isFar) diagram.drawRows((box) => canvas.isSeen(box));
  });
}

function keep(next: PageState): void {
  state = next;
  api.setState(next);
}

/** Selects a box and shows it in the middle. */
function goTo(box: Box): void {
  canvas.centre({ x: box.x + box.width / 2, y: box.y + Math.min(box.height, 400) / 2 });
  diagram.select(box.id);
  diagram.elementOf(box.id)?.focus({ preventScroll: true });
}

function open(box: Box, field?: string): void {
  api.postMessage({ kind: 'open', model: box.id, ...(field === undefined ? {} : { field }) });
}

function showAll(): void {
  if (diagram.picture !== undefined) canvas.fit(diagram.picture);
}

function hear(message: ViewMessage): void {
  switch (message.kind) {
    case 'model': {
      const { state: told, detail: shown } = message;
      const isSame = state?.uri === told.uri && state.detail === shown;
      const view = state?.uri === told.uri ? state.view : undefined;
      if (told.style !== undefined) style.replaceSync(told.style);
      showModel({ diagram, canvas, isSame, view }, told.picture);
      drawRowsSoon();
      keep({ uri: told.uri, detail: shown, view: canvas.view });
      detail.value = shown;
      showSummary(told, diagram.boxes);
      empty.hidden = told.models > 0;
      empty.textContent = 'This schema has no models yet.';
      break;
    }
    case 'schemas':
      showSchemas(schema, message.schemas, message.chosen);
      break;
    case 'show': {
      const box = diagram.boxOf(message.model);
      if (box !== undefined) goTo(box);
      break;
    }
    case 'none':
      diagram.show({ width: 0, height: 0, head: 0, row: 0, boxes: [], lines: [] });
      showSummary(undefined, []);
      empty.hidden = false;
      empty.textContent =
        'There is nothing to show: the schema is gone, is a copy that a generator wrote, or reviewing is switched off.';
      break;
    default:
      message satisfies never;
  }
}

function click(event: MouseEvent): void {
  if (canvas.wasDragged) return;
  const box = diagram.boxAround(event.target);
  diagram.select(box?.id);
  if (box !== undefined) open(box, fieldAt(box, event));
}

/** The row under the pointer; undefined for the head, and from afar, where no rows are shown. */
function fieldAt(box: Box, event: MouseEvent): string | undefined {
  const { head = 0, row = 1 } = diagram.picture ?? {};
  if (canvas.isFar) return undefined;
  return box.rows[Math.floor((canvas.placeOf(event).y - box.y - head) / row)];
}

/** Goes to the next model with findings, behind the one that is selected. */
function nextFound(): void {
  const found = diagram.boxes.filter(({ severity }) => severity !== undefined);
  const index = found.findIndex(({ id }) => id === diagram.selected?.id);
  const next = found[(index + 1) % found.length];
  if (next !== undefined) goTo(next);
}

svg.addEventListener('click', click);
svg.addEventListener('pointerover', ({ target }) => diagram.hover(diagram.boxAround(target)?.id));
svg.addEventListener('pointerleave', () => diagram.hover(undefined));
svg.addEventListener('focusin', ({ target }) => {
  const box = diagram.boxAround(target);
  if (box === undefined || diagram.selected?.id === box.id) return;
  diagram.select(box.id);
  // What is clicked is seen, and stays where it is.
  if (diagram.elementOf(box.id)?.matches(':focus-visible') === true) canvas.reveal(box);
});
window.addEventListener('resize', drawRowsSoon);
listenToKeys(document, { svg, diagram, canvas, open, showAll, search: () => search.focus() });

const onClick = (id: string, act: () => void) => element(id, HTMLButtonElement).addEventListener('click', act);
onClick('zoom-in', () => canvas.zoom(1.25));
onClick('zoom-out', () => canvas.zoom(0.8));
onClick('zoom-level', () => canvas.zoom(1 / canvas.view.scale));
onClick('zoom-fit', showAll);
onClick('findings', nextFound);
onClick('export-svg', () => api.postMessage({ kind: 'export', format: 'svg' }));
onClick('export-mermaid', () => api.postMessage({ kind: 'export', format: 'mermaid' }));
schema.addEventListener('change', () => api.postMessage({ kind: 'choose', uri: schema.value }));
detail.addEventListener('change', () => {
  const chosen = detail.value;
  if (chosen === 'all' || chosen === 'keys' || chosen === 'names') api.postMessage({ kind: 'detail', detail: chosen });
});
// Only the extension can send messages to the page.
window.addEventListener('message', ({ data }: MessageEvent<ViewMessage>) => hear(data));
api.postMessage({ kind: 'ready' });
