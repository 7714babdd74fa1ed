/** More names than this nobody looks through: what is typed next chooses among the others. */
const mostNames = 500;

/** Leaves out names of which there are too many, as far as what is typed does not ask for them. */
export class Cut {
  readonly #typed: string;
  #isCut = false;

  constructor(typed: string) {
    this.#typed = typed.toLowerCase();
  }

  /** True where something was left out. */
  get isCut(): boolean {
    return this.#isCut;
  }

  /** All names where there are few; else the first that fit. `textOf` is what the typed text is compared with. */
  of<T>(names: Iterable<T>, textOf: (name: T) => string): readonly T[] {
    const first: T[] = [];
    const fitting: T[] = [];
    let count = 0;
    for (const name of names) {
      if (++count <= mostNames) first.push(name);
      if (!holdsInOrder(textOf(name).toLowerCase(), this.#typed)) continue;
      if (fitting.length === mostNames) break;
      fitting.push(name);
    }
    if (count <= mostNames) return first;
    this.#isCut = true;
    return fitting;
  }
}

/** True where all units of a text stand in another one in their order, as editors compare them. */
function holdsInOrder(text: string, wanted: string): boolean {
  let at = 0;
  for (const unit of wanted) {
    at = text.indexOf(unit, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
