/**
 * Notes what a piece of work reads beyond its own section, as keys that a later edit makes stale or not:
 * `at <section id>` (the section, or that there is none), `file <uri>`, `name <kind> <name>`, `names <kind>`, `roots <kind>`,
 * `usage <section id>`, `models <schema>`.
 */
export class ReadLog {
  #current: Set<string> | undefined;

  /** Notes a read; without work under way it is lost. */
  note(key: string): void {
    this.#current?.add(key);
  }

  noteAll(keys: Iterable<string>): void {
    if (this.#current === undefined) return;
    for (const key of keys) this.#current.add(key);
  }

  /** Runs work and gives back its result with the keys it read; they count as read by the work around it, too. */
  record<T>(work: () => T): { readonly result: T; readonly reads: ReadonlySet<string> } {
    const outer = this.#current;
    const reads = new Set<string>();
    this.#current = reads;
    try {
      return { result: work(), reads };
    } finally {
      this.#current = outer;
      if (outer !== undefined) for (const key of reads) outer.add(key);
    }
  }
}

/** The keys under which the sections on the way to a pointer are read: sections are at most three steps deep. */
export function sectionReads(
  uri: string,
  pointer: readonly string[],
  idOf: (steps: readonly string[]) => string,
): string[] {
  const keys = [`file ${uri}`];
  for (let depth = 0; depth <= Math.min(3, pointer.length); depth++)
    keys.push(sectionRead(idOf(pointer.slice(0, depth))));
  return keys;
}

/** The key of one section; further sections at the same pointer (`~2`) share it. */
export function sectionRead(id: string): string {
  return `at ${id.replace(/~\d+$/, (suffix) => (suffix === '~0' || suffix === '~1' ? suffix : ''))}`;
}
