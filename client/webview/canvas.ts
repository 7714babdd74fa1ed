import {
  centred,
  fitted,
  following,
  type Point,
  pictureAt,
  revealed,
  type Size,
  type ViewTransform,
  zoomedAt,
} from '#client/webview/view-transform.ts';

/** The pointer has to move so far before it drags, in pixels. */
const dragThreshold = 4;

/** From afar names are shown in place of rows. */
const farScale = 0.42;

/** How far an arrow key moves the picture, in pixels. */
const arrowStep = 60;

/** Zooms and moves the picture: with the wheel, by dragging, and as it is told. */
export class Canvas {
  readonly #svg: SVGSVGElement;
  readonly #scene: SVGGElement;
  readonly #onMove: (view: ViewTransform) => void;
  #view: ViewTransform = { scale: 1, x: 0, y: 0 };
  /** Undefined until a button is pressed. */
  #drag: { readonly from: Point; readonly view: ViewTransform; isMoving: boolean } | undefined;
  #wasDragged = false;

  constructor(svg: SVGSVGElement, scene: SVGGElement, onMove: (view: ViewTransform) => void) {
    this.#svg = svg;
    this.#scene = scene;
    this.#onMove = onMove;
    svg.addEventListener('wheel', (event) => this.#wheel(event), { passive: false });
    svg.addEventListener('pointerdown', (event) => this.#press(event));
    svg.addEventListener('pointermove', (event) => this.#move(event));
    svg.addEventListener('pointerup', (event) => this.#release(event));
    svg.addEventListener('pointercancel', (event) => this.#release(event));
  }

  get view(): ViewTransform {
    return this.#view;
  }

  set view(view: ViewTransform) {
    this.#view = view;
    this.#scene.setAttribute('transform', `translate(${view.x} ${view.y}) scale(${view.scale})`);
    this.#svg.classList.toggle('far', this.isFar);
    this.#onMove(view);
  }

  get size(): Size {
    const { width, height } = this.#svg.getBoundingClientRect();
    return { width, height };
  }

  /** True right after the pointer dragged the picture: what follows is no click. */
  get wasDragged(): boolean {
    return this.#wasDragged;
  }

  /** The place of the picture in the middle of the window. */
  get middle(): Point {
    const { width, height } = this.size;
    return pictureAt(this.#view, { x: width / 2, y: height / 2 });
  }

  /** True where names are shown in place of rows. */
  get isFar(): boolean {
    return this.#view.scale < farScale;
  }

  /** True for a part of the picture that the window shows some of. */
  isSeen(part: Point & Size): boolean {
    const { scale, x, y } = this.#view;
    const { width, height } = this.size;
    const [left, top] = [part.x * scale + x, part.y * scale + y];
    return left < width && top < height && left + part.width * scale > 0 && top + part.height * scale > 0;
  }

  /** The place of the picture under the pointer. */
  placeOf(event: MouseEvent): Point {
    return pictureAt(this.#view, this.#pointOf(event));
  }

  /** Zooms around the middle of the window. */
  zoom(factor: number): void {
    const { width, height } = this.size;
    this.view = zoomedAt(this.#view, factor, { x: width / 2, y: height / 2 });
  }

  fit(picture: Size): void {
    this.view = fitted(picture, this.size);
  }

  centre(at: Point): void {
    this.view = centred(this.#view, at, this.size);
  }

  reveal(part: Point & Size): void {
    this.view = revealed(this.#view, part, this.size);
  }

  follow(before: Point, now: Point): void {
    this.view = following(this.#view, before, now);
  }

  /** Moves the window over the picture as an arrow key says. */
  pan(key: string): void {
    const x = key === 'ArrowLeft' ? arrowStep : key === 'ArrowRight' ? -arrowStep : 0;
    const y = key === 'ArrowUp' ? arrowStep : key === 'ArrowDown' ? -arrowStep : 0;
    this.view = { ...this.#view, x: this.#view.x + x, y: this.#view.y + y };
  }

  #pointOf({ clientX, clientY }: MouseEvent): Point {
    const { left, top } = this.#svg.getBoundingClientRect();
    return { x: clientX - left, y: clientY - top };
  }

  /** Zooms; with the shift key, or where a touchpad moves aside, it moves. */
  #wheel(event: WheelEvent): void {
    event.preventDefault();
    const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 20 : 1;
    const isMoving = event.shiftKey || (!event.ctrlKey && Math.abs(event.deltaX) > Math.abs(event.deltaY));
    if (isMoving) {
      const aside = event.shiftKey && event.deltaX === 0 ? event.deltaY : event.deltaX;
      this.view = { ...this.#view, x: this.#view.x - aside * unit };
      return;
    }
    const strength = event.ctrlKey ? 0.01 : 0.0015;
    this.view = zoomedAt(this.#view, Math.exp(-event.deltaY * unit * strength), this.#pointOf(event));
  }

  #press(event: PointerEvent): void {
    this.#wasDragged = false;
    if (event.button > 1) return;
    this.#drag = { from: this.#pointOf(event), view: this.#view, isMoving: false };
  }

  #move(event: PointerEvent): void {
    if (this.#drag === undefined) return;
    const { from, view } = this.#drag;
    const at = this.#pointOf(event);
    const [dx, dy] = [at.x - from.x, at.y - from.y];
    if (!this.#drag.isMoving && Math.hypot(dx, dy) < dragThreshold) return;
    if (!this.#drag.isMoving) this.#svg.setPointerCapture(event.pointerId);
    this.#drag.isMoving = true;
    this.#wasDragged = true;
    this.#svg.classList.add('dragging');
    this.view = { ...this.#view, x: view.x + dx, y: view.y + dy };
  }

  #release(event: PointerEvent): void {
    if (this.#svg.hasPointerCapture(event.pointerId)) this.#svg.releasePointerCapture(event.pointerId);
    this.#drag = undefined;
    this.#svg.classList.remove('dragging');
  }
}
