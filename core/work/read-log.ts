import type { SectionId } from '#core/tree/section.ts';

/**
 * Notes what a piece of work reads beyond its own section, as keys that a later edit makes stale or not:
 * `at <section id>` (the section, or that there is none; its details aside), `details <section id>` (descriptions and
 * summaries in it, and where in it something stands), `file <uri>`, `files` (which there are), `ids <uri>`, `name <kind> <name>`, `names <kind>`, `roots <kind>`,
 * `usage <section id>`, `models <schema>`, `understood <uri>`, `understood roots`, `configuration <uri>`.
 */
export class ReadLog {
  /** One piece of work is under way at a time, whichever log records it: views note what is read of them without a log. */
  static #current: Reads | undefined;

  /** Notes that prose of a section was read; without work under way it is lost. */
  static noteDetails(id: SectionId): void {
    if (ReadLog.#current === undefined) return;
    ReadLog.#current.details ??= new Set();
    ReadLog.#current.details.add(id);
  }

  /**
   * What the work under way finds out about a thing, found out once however often it asks: what it read is noted already. `kind` tells
   * apart what is found out; without work under way nothing is kept.
   */
  static once<T>(kind: object, thing: object, find: () => T): T {
    const reads = ReadLog.#current;
    if (reads === undefined) return find();
    reads.found ??= new Map();
    const results = reads.found.get(kind) ?? new Map<object, unknown>();
    reads.found.set(kind, results);
    // Of one kind only one type is kept.
    if (results.has(thing)) return results.get(thing) as T;
    const found = find();
    results.set(thing, found);
    return found;
  }

  /** Notes a read; without work under way it is lost. */
  note(key: string): void {
    ReadLog.#current?.keys.add(key);
  }

  /** Notes the reads of a piece of work that was recorded before; the very same set again costs next to nothing. */
  noteAll(reads: Iterable<string>): void {
    if (ReadLog.#current === undefined) return;
    ReadLog.#current.earlier ??= new Set();
    ReadLog.#current.earlier.add(reads);
  }

  /** Runs work and gives back its result with the keys it read; they count as read by the work around it, too. */
  record<T>(work: () => T): { readonly result: T; readonly reads: ReadonlySet<string> } {
    const outer = ReadLog.#current;
    const own: Reads = { keys: new Set<string>(), earlier: undefined, details: undefined, found: undefined };
    ReadLog.#current = own;
    try {
      return { result: work(), reads: own.keys };
    } finally {
      ReadLog.#current = outer;
      for (const reads of own.earlier ?? []) for (const key of reads) own.keys.add(key);
      for (const id of own.details ?? []) own.keys.add(detailsRead(id));
      this.noteAll(own.keys);
    }
  }
}

interface Reads {
  readonly keys: Set<string>;
  /** What was read by work that was done before or within; made into keys when the work is done. */
  earlier: Set<Iterable<string>> | undefined;
  /** The ids of sections; made into keys when the work is done, since prose of one section is read again and again. */
  details: Set<SectionId> | undefined;
  /** What was found out once, by kind and thing. */
  found: Map<object, Map<object, unknown>> | undefined;
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

/** The key of the `$id`s a file declares. */
export function idsRead(uri: string): string {
  return `ids ${uri}`;
}

/** The key of whether all text of a file, of a description or of a Prisma schema (by the uri of its root) is understood. */
export function understoodRead(uri: string): string {
  return `understood ${uri}`;
}

/** The key of whether one configuration holds for all files of a description. */
export function configurationRead(rootUri: string): string {
  return `configuration ${rootUri}`;
}

/** The key of the prose in a section, and of where things stand in it. */
export function detailsRead(id: SectionId): string {
  return `details ${sharedId(id)}`;
}

function sharedId(id: string): string {
  if (!id.includes('~')) return id;
  return id.replace(/~\d+$/, (suffix) => (suffix === '~0' || suffix === '~1' ? suffix : ''));
}
