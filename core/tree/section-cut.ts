import type { Span } from '#core/text/span.ts';

/**
 * Where a section begins in its file, and what it is. `whole`: the file is not cut; `preamble`: what stands before the
 * first key; `header`: a key whose entries are sections of their own; `entry`: a key with its value.
 */
export interface SectionCut {
  readonly role: 'whole' | 'preamble' | 'header' | 'entry';
  readonly start: number;
  readonly pointer: readonly string[];
  /** The place of the key in the file, quotes included; empty for `whole` and `preamble`. */
  readonly key: Span;
}

/** What stands behind the value of a JSON entry: the braces that close the maps around it, then a comma unless it is the last. */
export interface EntryTail {
  readonly closers: number;
  readonly isLast: boolean;
}

/** The tail that the entry cut at `index` must have, by what comes next; undefined for anything but an entry. */
export function tailOf(cuts: readonly SectionCut[], index: number): EntryTail | undefined {
  const cut = cuts[index];
  const next = cuts[index + 1];
  if (cut?.role !== 'entry') return undefined;
  return { closers: cut.pointer.length - (next?.pointer.length ?? 0), isLast: next === undefined };
}

export function isSameTail(a: EntryTail | undefined, b: EntryTail | undefined): boolean {
  return a?.closers === b?.closers && a?.isLast === b?.isLast;
}

/** The cut of a file that is one section. */
export const wholeCut: readonly SectionCut[] = [{ role: 'whole', start: 0, pointer: [], key: { start: 0, end: 0 } }];
