import { draw, svgElement } from '#client/webview/draw.ts';
import type { Box, Line, Picture, PictureNode } from '#client/webview/picture.ts';

/** An element, and what it was drawn from. */
interface Drawn {
  readonly element: SVGGElement;
  readonly text: string;
}

/** The boxes and lines of a picture as elements. What did not change stays the very same element, with its focus. */
export class Diagram {
  readonly #linesGroup: SVGGElement;
  readonly #boxesGroup: SVGGElement;
  readonly #boxes = new Map<string, Drawn>();
  readonly #lines = new Map<string, Drawn>();
  #picture: Picture | undefined;
  #selected: string | undefined;
  #hovered: string | undefined;

  constructor(linesGroup: SVGGElement, boxesGroup: SVGGElement) {
    this.#linesGroup = linesGroup;
    this.#boxesGroup = boxesGroup;
  }

  get picture(): Picture | undefined {
    return this.#picture;
  }

  /** The boxes in reading order. */
  get boxes(): readonly Box[] {
    return this.#picture?.boxes ?? [];
  }

  get selected(): Box | undefined {
    return this.boxOf(this.#selected);
  }

  boxOf(id: string | undefined): Box | undefined {
    return this.boxes.find((box) => box.id === id);
  }

  elementOf(id: string): SVGGElement | undefined {
    return this.#boxes.get(id)?.element;
  }

  /** The box that an element belongs to. */
  boxAround(target: EventTarget | null): Box | undefined {
    const element = target instanceof Element ? target.closest('.box') : null;
    return element === null ? undefined : this.boxOf(element.getAttribute('data-id') ?? '');
  }

  show(picture: Picture): void {
    this.#picture = picture;
    renew(this.#lines, this.#linesGroup, picture.lines, drawLine);
    renew(this.#boxes, this.#boxesGroup, inReadingOrder(picture.boxes), drawBox);
    for (const box of picture.boxes) {
      this.elementOf(box.id)?.setAttribute('transform', `translate(${box.x} ${box.y})`);
    }
    if (this.boxOf(this.#selected) === undefined) this.#selected = undefined;
    this.#highlight();
  }

  /** Draws the rows of the boxes that are seen, where they are not drawn yet: most of a large picture is never looked at closely. */
  drawRows(isSeen: (box: Box) => boolean): void {
    for (const box of this.boxes) {
      const element = this.elementOf(box.id);
      if (element === undefined || !element.classList.contains(rowless) || !isSeen(box)) continue;
      element.classList.remove(rowless);
      const rows = document.createDocumentFragment();
      draw(box.parts.filter(isRow), rows);
      element.querySelector('.frame')?.before(rows);
    }
  }

  /** Shows what is related to a box, and takes the rest back. Undefined: all is shown alike. */
  select(id: string | undefined): void {
    if (id === this.#selected) return;
    this.#selected = id;
    this.#highlight();
  }

  hover(id: string | undefined): void {
    if (id === this.#hovered) return;
    this.#hovered = id;
    this.#highlight();
  }

  #highlight(): void {
    const lit = new Set([this.#selected, this.#hovered].filter((id) => id !== undefined));
    const near = new Set(lit);
    for (const { id, from, to } of this.#picture?.lines ?? []) {
      const isLit = lit.has(from) || lit.has(to);
      const element = this.#lines.get(id)?.element;
      element?.classList.toggle('lit', isLit);
      if (!isLit) continue;
      near.add(from).add(to);
      // What is drawn last lies on top.
      if (element !== undefined) this.#linesGroup.append(element);
    }
    for (const [id, { element }] of this.#boxes) {
      element.classList.toggle('selected', id === this.#selected);
      element.classList.toggle('near', near.has(id));
    }
    this.#boxesGroup.parentElement?.classList.toggle('has-selection', this.#selected !== undefined);
  }
}

/** From left to right in bands, as the eye goes. */
function inReadingOrder(boxes: readonly Box[]): readonly Box[] {
  return [...boxes].sort((a, b) => a.x - b.x || a.y - b.y);
}

/** Draws what is new or changed, and removes what is gone. */
function renew<T extends Box | Line>(
  drawn: Map<string, Drawn>,
  group: SVGGElement,
  parts: readonly T[],
  make: (part: T) => SVGGElement,
): void {
  const wanted = new Set(parts.map(({ id }) => id));
  for (const [id, { element }] of drawn) {
    if (wanted.has(id)) continue;
    element.remove();
    drawn.delete(id);
  }
  let before: Element | null = null;
  for (const part of parts) {
    const text = textOf(part);
    const old = drawn.get(part.id);
    const element = old?.text === text ? old.element : make(part);
    if (element !== old?.element) {
      if (old === undefined) group.append(element);
      else replace(old.element, element);
      drawn.set(part.id, { element, text });
    }
    // The order of elements is that of the tab key.
    if ('rows' in part && element.previousElementSibling !== before && document.activeElement !== element) {
      group.insertBefore(element, before === null ? group.firstChild : before.nextSibling);
    }
    before = element;
  }
}

/** Moving a box changes only where its element stands. */
function textOf(part: Box | Line): string {
  return JSON.stringify('rows' in part ? { ...part, x: 0, y: 0 } : part);
}

function replace(old: SVGGElement, element: SVGGElement): void {
  const hadFocus = document.activeElement === old;
  old.replaceWith(element);
  if (hadFocus) element.focus({ preventScroll: true });
}

/** The class of a box whose rows are not drawn. */
const rowless = 'rowless';

function isRow(node: PictureNode): boolean {
  return typeof node !== 'string' && node[1].class === 'row';
}

function drawBox({ id, spoken, severity, parts }: Box): SVGGElement {
  const element = svgElement('g', `box ${rowless} ${severity ?? ''}`);
  element.setAttribute('tabindex', '0');
  element.setAttribute('role', 'button');
  element.setAttribute('aria-label', spoken);
  element.setAttribute('data-id', id);
  draw(
    parts.filter((part) => !isRow(part)),
    element,
  );
  return element;
}

/** A line is thin: a wide one that is not seen lies above it for the pointer. */
function drawLine({ parts }: Line): SVGGElement {
  const element = svgElement('g', 'relation');
  draw(parts, element);
  const way = element.querySelector('.line')?.getAttribute('d');
  const wide = svgElement('path', 'reach');
  if (way !== undefined && way !== null) wide.setAttribute('d', way);
  element.append(wide);
  return element;
}
