/**
 * Notes what a piece of work reads beyond its own section, as keys that a later edit makes stale or not:
 * `at <section id>` (the section, or that there is none; its prose and the places in it aside), `prose <section id>`
 * (descriptions and summaries in it), `places <section id>` (where in it something stands), `file <uri>`,
 * `name <kind> <name>`, `names <kind>`, `roots <kind>`, `usage <section id>`, `models <schema>`.
 */
export class ReadLog {
  /** One piece of work is under way at a time, whichever log records it: views note what is read of them without a log. */
  static #current: Set<string> | undefined;

  /** Notes a read in the work that is under way; without any it is lost. */
  static note(key: string): void {
    ReadLog.#current?.add(key);
  }

  note(key: string): void {
    ReadLog.note(key);
  }

  noteAll(keys: Iterable<string>): void {
    if (ReadLog.#current === undefined) return;
    for (const key of keys) ReadLog.#current.add(key);
  }

  /** Runs work and gives back its result with the keys it read; they count as read by the work around it, too. */
  record<T>(work: () => T): { readonly result: T; readonly reads: ReadonlySet<string> } {
    const outer = ReadLog.#current;
    const reads = new Set<string>();
    ReadLog.#current = reads;
    try {
      return { result: work(), reads };
    } finally {
      ReadLog.#current = outer;
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
  return `at ${sharedId(id)}`;
}

/** The key of the descriptions and summaries in a section. */
export function proseRead(id: string): string {
  return `prose ${sharedId(id)}`;
}

/** The key of where things stand in a section. */
export function placesRead(id: string): string {
  return `places ${sharedId(id)}`;
}

function sharedId(id: string): string {
  if (!id.includes('~')) return id;
  return id.replace(/~\d+$/, (suffix) => (suffix === '~0' || suffix === '~1' ? suffix : ''));
}
