import type { TreeChange } from '#core/tree/change.ts';
import { findInDocument } from '#core/tree/compose.ts';
import type { TreeDocument } from '#core/tree/section.ts';

/** What became of a place, and of those below it; by the keys and indexes it had at first. */
interface Place {
  readonly below: Map<string, Place>;
  /** The key it has now. */
  name?: string;
  isGone: boolean;
  /** The indexes of the items that were taken out of a list. */
  readonly removed: number[];
}

/** Where the places of a file are, as changes that were made before had it: others that mean its first text find them there. */
export class MovedPlaces {
  readonly #document: TreeDocument;
  readonly #root: Place = newPlace();

  constructor(document: TreeDocument) {
    this.#document = document;
  }

  /** The change at the place it means; undefined where that is gone, or has another name itself. */
  follow(change: TreeChange): TreeChange | undefined {
    const pointer = this.#follow(change.pointer);
    if (pointer === undefined || change.kind !== 'move') return pointer && { ...change, pointer };
    const to = this.#follow(change.to);
    return to && { ...change, pointer, to };
  }

  /** The pointer a place has now; undefined where it is gone. */
  stepsNow(pointer: readonly string[]): readonly string[] | undefined {
    let place: Place | undefined = this.#root;
    const steps: string[] = [];
    for (const step of pointer) {
      const own: Place | undefined = place?.below.get(step);
      if (own?.isGone) return undefined;
      const before = place?.removed.filter((index) => index < Number(step)).length ?? 0;
      steps.push(own?.name ?? (before > 0 ? String(Number(step) - before) : step));
      place = own;
    }
    return steps;
  }

  /** Remembers what a change that was made did to places; its pointer is that of the first text. */
  note(change: TreeChange): void {
    if (change.kind === 'set' || change.kind === 'append') return;
    const step = change.pointer.at(-1) ?? '';
    const parent = this.#placeAt(change.pointer.slice(0, -1));
    const place = placeIn(parent, step);
    if (change.kind === 'rename') place.name = change.name;
    else place.isGone = true;
    if (change.kind === 'remove' && this.#isInList(change.pointer)) parent.removed.push(Number(step));
  }

  /** That of a place which has its own name still. */
  #follow(pointer: readonly string[]): readonly string[] | undefined {
    const now = this.stepsNow(pointer);
    return this.#isRenamed(pointer) ? undefined : now;
  }

  #isRenamed(pointer: readonly string[]): boolean {
    let place: Place | undefined = this.#root;
    for (const step of pointer) place = place?.below.get(step);
    return place?.name !== undefined;
  }

  #placeAt(pointer: readonly string[]): Place {
    return pointer.reduce(placeIn, this.#root);
  }

  #isInList(pointer: readonly string[]): boolean {
    if (!/^\d+$/.test(pointer.at(-1) ?? '')) return false;
    return findInDocument(this.#document, pointer.slice(0, -1))?.node?.kind === 'list';
  }
}

function newPlace(): Place {
  return { below: new Map(), isGone: false, removed: [] };
}

function placeIn(parent: Place, step: string): Place {
  const place = parent.below.get(step) ?? newPlace();
  parent.below.set(step, place);
  return place;
}
