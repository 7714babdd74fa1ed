import type { TypedPlace } from '#core/ask/complete/tree/typed-place.ts';
import type { Span } from '#core/text/span.ts';

/** The place that is looked for, once it is met. */
export interface MetPlace {
  readonly places: readonly TypedPlace[];
  readonly word: Span;
  readonly hasColon: boolean;
  readonly isFlow: boolean;
  readonly column: number;
  /** True where no key or item of the map or list was met before. */
  readonly isFresh: boolean;
  readonly commaAt: number | undefined;
}

/** A text that is read, and the offset at which somebody writes in it. */
export class Typing {
  readonly text: string;
  readonly offset: number;
  #met: MetPlace | undefined;
  #isOver = false;

  constructor(text: string, offset: number) {
    this.text = text;
    this.offset = offset;
  }

  get met(): MetPlace | undefined {
    return this.#met;
  }

  /** True where the offset is in or behind a token, and is looked for still. */
  touches(start: number, end: number): boolean {
    return !this.#isOver && this.offset > start && this.offset <= end;
  }

  /** True where it is at the border of a stretch or in it. */
  isIn(start: number, end: number): boolean {
    return !this.#isOver && this.offset >= start && this.offset <= end;
  }

  /** Nothing can be proposed there. */
  refuse(): void {
    this.#isOver = true;
  }

  meet(place: Pick<MetPlace, 'places' | 'word' | 'column'> & Partial<MetPlace>): void {
    this.#isOver = true;
    this.#met = { hasColon: false, isFlow: false, isFresh: false, commaAt: undefined, ...place };
  }
}
