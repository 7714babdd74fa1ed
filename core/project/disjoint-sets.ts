/** Keeps apart what nothing joins. Every item is a set of its own at first. */
export class DisjointSets {
  readonly #parents = new Map<string, string>();

  /** Makes one set of all that hold one of the items. */
  join(items: Iterable<string>): void {
    let first: string | undefined;
    for (const item of items) {
      first ??= this.setOf(item);
      this.#parents.set(this.setOf(item), first);
    }
  }

  /** The item that stands for the whole set; another one may after the next `join`. */
  setOf(item: string): string {
    let current = item;
    for (;;) {
      const parent = this.#parents.get(current) ?? current;
      if (parent === current) return current;
      this.#parents.set(current, this.#parents.get(parent) ?? parent);
      current = parent;
    }
  }
}
