import type { SectionId } from '#core/text/section.ts';
import { keyOf, type Read, type ReadKey } from '#core/work/read.ts';

/** What the work under way has read; undefined while nobody records. One piece of work is under way at a time: it never pauses. */
let current: Reads | undefined;

interface Reads {
  /** Undefined where nobody will ask. */
  readonly keys: Set<ReadKey> | undefined;
  /** What was read by work that was done before or within; made into keys when the work is done. */
  earlier: Set<ReadonlySet<ReadKey>> | undefined;
  /** Sections whose details were read; made into keys when the work is done, since prose of one section is read again and again. */
  details: Set<SectionId> | undefined;
  /** What was found out once, by kind and thing. */
  found: Map<object, Map<object, unknown>> | undefined;
}

/** True where reads are noted: else nobody has to find out what they are. */
export function isNoting(): boolean {
  return current?.keys !== undefined;
}

/** Notes a read; without work under way it is lost. */
export function noteRead(read: Read): void {
  if (current?.keys === undefined) return;
  if (read.kind !== 'details') current.keys.add(keyOf(read));
  else if (current.details === undefined) current.details = new Set([read.id]);
  else current.details.add(read.id);
}

/** Notes the reads of a piece of work that was recorded before; the very same set again costs next to nothing. */
export function noteReads(reads: ReadonlySet<ReadKey>): void {
  if (current?.keys === undefined) return;
  current.earlier ??= new Set();
  current.earlier.add(reads);
}

/** Runs work and gives back its result with what it read; that counts as read by the work around it, too. */
export function recordReads<T>(work: () => T): { readonly result: T; readonly reads: ReadonlySet<ReadKey> } {
  const outer = current;
  if (outer !== undefined && outer.keys === undefined) return { result: work(), reads: noReads };
  const keys = new Set<ReadKey>();
  const own: Reads = { keys, earlier: undefined, details: undefined, found: undefined };
  current = own;
  try {
    return { result: work(), reads: keys };
  } finally {
    current = outer;
    for (const reads of own.earlier ?? []) for (const key of reads) keys.add(key);
    for (const id of own.details ?? []) keys.add(keyOf({ kind: 'details', id }));
    noteReads(keys);
  }
}

const noReads: ReadonlySet<ReadKey> = new Set();

/** Runs work of which nobody will ask what it read: neither of it nor of what is recorded within it. */
export function forgetReads(work: () => void): void {
  const outer = current;
  current = { keys: undefined, earlier: undefined, details: undefined, found: undefined };
  try {
    work();
  } finally {
    current = outer;
  }
}

/** Runs work in the midst of other work, which is none the wiser for what it reads: nothing it reads ever changes. */
export function unnoted<T>(work: () => T): T {
  const outer = current;
  current = undefined;
  try {
    return work();
  } finally {
    current = outer;
  }
}

/**
 * What the work under way finds out about a thing, found out once however often it asks: what it read is noted already. `kind` tells
 * apart what is found out; without work under way nothing is kept.
 */
export function foundOnce<T>(kind: object, thing: object, find: () => T): T {
  const reads = current;
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
