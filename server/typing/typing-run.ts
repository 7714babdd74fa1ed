import type { Edit, Span } from '#core/text/span.ts';
import type { Clock } from '#server/typing/clock.ts';

/** Somebody types: from the first key until the typing rests, or what was typed is left. */
export class TypingRun {
  readonly #clock: Clock;
  readonly #onRest: () => void;
  /** Where the typing is, from its first to its last place, in the newest text. By canonical uri. */
  readonly #places = new Map<string, Span>();
  /** Files that changed otherwise meanwhile. */
  readonly #others = new Set<string>();
  #stopWaiting: (() => void) | undefined;

  constructor(clock: Clock, onRest: () => void) {
    this.#clock = clock;
    this.#onRest = onRest;
  }

  get isOn(): boolean {
    return this.#stopWaiting !== undefined;
  }

  /** The files that are typed in. */
  get uris(): Iterable<string> {
    return this.#places.keys();
  }

  placeIn(uri: string): Span | undefined {
    return this.#places.get(uri);
  }

  /** Edits were typed, one after the other. It rests when there are none for so many milliseconds. */
  typed(uri: string, edits: readonly Edit[], rest: number): void {
    let place = this.#places.get(uri);
    for (const edit of edits) place = withEdit(place, edit);
    if (place !== undefined) this.#places.set(uri, place);
    this.#others.delete(uri);
    this.#stopWaiting?.();
    this.#stopWaiting = this.#clock.after(rest, this.#onRest);
  }

  /** Files changed by themselves: what is new there is not of the typing. */
  changedElsewhere(uris: readonly string[]): void {
    if (this.isOn) for (const uri of uris) this.#others.add(uri);
  }

  /** False where what is new comes from something else than the typing. */
  isCauseIn(uri: string): boolean {
    return this.isOn && !this.#others.has(uri);
  }

  end(): void {
    this.#stopWaiting?.();
    this.#stopWaiting = undefined;
    this.#places.clear();
    this.#others.clear();
  }
}

/** The stretch from the first to the last place of edits, after one more. */
function withEdit(place: Span | undefined, { span, newText }: Edit): Span {
  const end = span.start + newText.length;
  if (place === undefined) return { start: span.start, end };
  const growth = end - span.end;
  const moved = (offset: number) => (offset <= span.start ? offset : Math.max(offset, span.end) + growth);
  return { start: Math.min(moved(place.start), span.start), end: Math.max(moved(place.end), end) };
}
