import { isAsking } from '#core/work/asking.ts';
import { noteReads, recordReads } from '#core/work/note-read.ts';
import type { ReadKey } from '#core/work/read.ts';

/** What was found out about a thing, and what was read for it. */
interface Found {
  readonly result: unknown;
  readonly reads: ReadonlySet<ReadKey>;
}

/** By what is found out. */
type FoundByKind = Map<object, WeakMap<object, Found>>;

const known = new WeakMap<object, FoundByKind>();

/**
 * What rules find out about a thing that many nodes lead to, as a shared schema, found out once for all who see it through the same scope,
 * and so in one review. `kind` tells apart what is found out; what it read is noted for each who asks. What ends the rule is not kept.
 */
export function foundFor<T>(scope: object, kind: object, thing: object, find: () => T): T {
  // Whoever is no rule takes what is not understood as it is.
  if (!isAsking()) return find();
  const byKind: FoundByKind = known.get(scope) ?? new Map();
  known.set(scope, byKind);
  const results = byKind.get(kind) ?? new WeakMap<object, Found>();
  byKind.set(kind, results);
  const before = results.get(thing);
  if (before !== undefined) {
    noteReads(before.reads);
    // Of one kind only one type is kept.
    return before.result as T;
  }
  const { result, reads } = recordReads(find);
  results.set(thing, { result, reads });
  return result;
}
