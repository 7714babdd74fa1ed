import { branchKey } from '#core/openapi/compare/branch-key.ts';
import { matchBranches, type PairedBranches } from '#core/openapi/compare/match-branches.ts';
import { SchemaShape } from '#core/openapi/compare/schema-shape.ts';
import type { ComparedScopes } from '#core/openapi/compare/step.ts';
import type { OrReference, Schema } from '#core/openapi/model.ts';
import type { Scope } from '#core/rule.ts';

type Branch = OrReference<Schema>;
type Resolver = Pick<Scope, 'resolve'>;

/**
 * Branches of one name or one text are the same. Those that are left are looked into, as far as they are unions themselves, and matched by
 * what they say.
 */
export function pairBranches(
  former: readonly Branch[],
  now: readonly Branch[],
  { before, after }: ComparedScopes,
): PairedBranches {
  const first = unpaired(former, now, before, after);
  if (first.gone.length + first.added.length === 0) return { changed: [], ...first };
  const [allFormer, allNow] = [keysWithin(former, before), keysWithin(now, after)];
  const gone = [...leavesOf(first.gone, before)].filter(([key]) => !allNow.has(key)).map(([, branch]) => branch);
  const added = [...leavesOf(first.added, after)].filter(([key]) => !allFormer.has(key)).map(([, branch]) => branch);
  return matchBranches(gone, added, before, after);
}

function unpaired(former: readonly Branch[], now: readonly Branch[], before: Resolver, after: Resolver) {
  const left = new Map(former.map((branch) => [branchKey(branch, before), branch]));
  const added = now.filter((branch) => !left.delete(branchKey(branch, after)));
  return { gone: [...left.values()], added };
}

/** Branches, and those of unions among them, by their keys. */
function keysWithin(branches: readonly Branch[], scope: Resolver): ReadonlySet<string> {
  return new Set(leavesOf(branches, scope, true).keys());
}

/** So many are looked at. */
const mostLeaves = 500;

function leavesOf(branches: readonly Branch[], scope: Resolver, areUnionsKept = false): ReadonlyMap<string, Branch> {
  const leaves = new Map<string, Branch>();
  const seen = new Set<string>();
  const pending = [...branches].reverse();
  for (let branch = pending.pop(); branch !== undefined && seen.size < mostLeaves; branch = pending.pop()) {
    const key = branchKey(branch, scope);
    if (seen.has(key)) continue;
    seen.add(key);
    const resolved = scope.resolve(branch);
    const shape = resolved && new SchemaShape(resolved, scope);
    const isUnion = shape?.isUnion === true;
    if (isUnion) pending.push(...[...shape.allBranches].reverse());
    if (!isUnion || areUnionsKept) leaves.set(key, branch);
  }
  return leaves;
}
