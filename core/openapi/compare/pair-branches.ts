import { branchKey, branchTags } from '#core/openapi/compare/branch-key.ts';
import { SchemaShape } from '#core/openapi/compare/schema-shape.ts';
import type { ComparedScopes } from '#core/openapi/compare/step.ts';
import type { OrReference, Schema } from '#core/openapi/model.ts';
import type { Scope } from '#core/rule.ts';

type Branch = OrReference<Schema>;
type Resolver = Pick<Scope, 'resolve'>;

/** Which branches of two versions belong together, where they are not the same; and those that are gone, or new. */
export interface PairedBranches {
  readonly changed: readonly { readonly before: Branch; readonly after: Branch }[];
  readonly gone: readonly Branch[];
  readonly added: readonly Branch[];
}

/**
 * Branches of one name or one text are the same. Those that are left are looked into, as far as they are unions themselves; then those with
 * the same telling values belong together, and two that are left alone unless such a value tells them apart.
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
  return withChanged(gone, added, before, after);
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

function withChanged(
  gone: readonly Branch[],
  added: readonly Branch[],
  before: Resolver,
  after: Resolver,
): PairedBranches {
  if (gone.length === 0 || added.length === 0) return { changed: [], gone, added };
  const tags = new Map([
    ...gone.map((branch) => [branch, branchTags(branch, before)] as const),
    ...added.map((branch) => [branch, branchTags(branch, after)] as const),
  ]);
  const textOf = (branch: Branch): string => JSON.stringify([...(tags.get(branch) ?? [])].sort());
  const byTags = new Map<string, readonly Branch[]>();
  for (const branch of added) byTags.set(textOf(branch), [...(byTags.get(textOf(branch)) ?? []), branch]);
  const changed = gone.flatMap((branch) => {
    const [other, ...more] = byTags.get(textOf(branch)) ?? [];
    const isAlone = gone.filter((each) => textOf(each) === textOf(branch)).length === 1;
    const isTold = (tags.get(branch)?.size ?? 0) > 0;
    return other !== undefined && more.length === 0 && isAlone && isTold ? [{ before: branch, after: other }] : [];
  });
  const left = gone.filter((branch) => changed.every((pair) => pair.before !== branch));
  const others = added.filter((branch) => changed.every((pair) => pair.after !== branch));
  const [only] = left;
  const [other] = others;
  const isLast = only !== undefined && other !== undefined && left.length === 1 && others.length === 1;
  if (!isLast || areToldApart(tags.get(only), tags.get(other))) return { changed, gone: left, added: others };
  return { changed: [...changed, { before: only, after: other }], gone: [], added: [] };
}

function areToldApart(a: ReadonlyMap<string, string> = new Map(), b: ReadonlyMap<string, string> = new Map()): boolean {
  return [...a].some(([name, value]) => b.has(name) && b.get(name) !== value);
}
