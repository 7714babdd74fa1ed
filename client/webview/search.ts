import { matchingBoxes } from '#client/webview/matching-boxes.ts';
import type { Box } from '#client/webview/picture.ts';

/** Of more the first are listed. */
const mostResults = 12;

/** Finds models by their names: a text field with the list of what fits. */
export class Search {
  readonly #input: HTMLInputElement;
  readonly #list: HTMLElement;
  readonly #boxes: () => readonly Box[];
  readonly #onFound: (box: Box) => void;
  readonly #onLeave: () => void;
  #results: readonly Box[] = [];
  #active = 0;

  constructor(
    input: HTMLInputElement,
    list: HTMLElement,
    on: { boxes: () => readonly Box[]; found: (box: Box) => void; leave: () => void },
  ) {
    this.#input = input;
    this.#list = list;
    this.#boxes = on.boxes;
    this.#onFound = on.found;
    this.#onLeave = on.leave;
    input.addEventListener('input', () => this.#look());
    input.addEventListener('focus', () => this.#look());
    input.addEventListener('blur', () => this.#close());
    input.addEventListener('keydown', (event) => this.#key(event));
    // The field keeps the focus, or the list would be gone before the click.
    list.addEventListener('pointerdown', (event) => event.preventDefault());
    list.addEventListener('click', (event) => this.#click(event));
  }

  focus(): void {
    this.#input.focus();
    this.#input.select();
  }

  #look(): void {
    this.#results = matchingBoxes(this.#boxes(), this.#input.value);
    this.#active = 0;
    this.#show();
  }

  #show(): void {
    const shown = this.#results.slice(0, mostResults);
    const items = shown.map((box, index) => resultItem(box, index, index === this.#active));
    const leftOut = this.#results.length - shown.length;
    if (leftOut > 0) items.push(noteItem(`${leftOut} more`));
    const isVain = this.#results.length === 0 && this.#input.value.trim() !== '';
    if (isVain) items.push(noteItem('No model of that name'));
    this.#list.replaceChildren(...items);
    this.#list.hidden = items.length === 0;
    this.#input.setAttribute('aria-expanded', `${items.length > 0}`);
    if (shown.length > 0) this.#input.setAttribute('aria-activedescendant', `result-${this.#active}`);
    else this.#input.removeAttribute('aria-activedescendant');
  }

  #close(): void {
    this.#list.hidden = true;
    this.#input.setAttribute('aria-expanded', 'false');
  }

  #key(event: KeyboardEvent): void {
    const count = Math.min(mostResults, this.#results.length);
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      if (count > 0) this.#active = (this.#active + (event.key === 'ArrowDown' ? 1 : count - 1)) % count;
      this.#show();
    } else if (event.key === 'Enter') {
      this.#take(this.#results[this.#active]);
    } else if (event.key === 'Escape') {
      this.#input.value = '';
      this.#close();
      this.#onLeave();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }

  #click({ target }: MouseEvent): void {
    const item = target instanceof Element ? target.closest('[data-index]') : null;
    if (item !== null) this.#take(this.#results[Number(item.getAttribute('data-index'))]);
  }

  #take(box: Box | undefined): void {
    if (box === undefined) return;
    this.#close();
    this.#onFound(box);
  }
}

function resultItem({ name, severity }: Box, index: number, isActive: boolean): HTMLElement {
  const item = document.createElement('li');
  item.id = `result-${index}`;
  item.setAttribute('role', 'option');
  item.setAttribute('aria-selected', `${isActive}`);
  item.setAttribute('data-index', `${index}`);
  if (severity !== undefined) item.classList.add(severity);
  item.textContent = name;
  return item;
}

function noteItem(text: string): HTMLElement {
  const item = document.createElement('li');
  item.className = 'note';
  item.setAttribute('role', 'presentation');
  item.textContent = text;
  return item;
}
