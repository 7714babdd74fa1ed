import { branchTags } from '#core/openapi/compare/branch-key.ts';
import { SchemaShape } from '#core/openapi/compare/schema-shape.ts';
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

/** What a branch is known by: the values that tell it from others, its types with what it requires, its types. */
interface Traits {
  readonly branch: Branch;
  readonly tags: ReadonlyMap<string, string>;
  readonly keys: readonly (string | undefined)[];
}

/**
 * Branches belong together where nothing else on either side has the same telling values, then the same types and required properties, then
 * the same types; and two that are left alone. Never those that a value tells apart.
 */
export function matchBranches(
  gone: readonly Branch[],
  added: readonly Branch[],
  before: Resolver,
  after: Resolver,
): PairedBranches {
  if (gone.length === 0 || added.length === 0) return { changed: [], gone, added };
  let former = gone.map((branch) => traitsOf(branch, before));
  let now = added.map((branch) => traitsOf(branch, after));
  const changed: { readonly before: Branch; readonly after: Branch }[] = [];
  for (const keyOf of [...rounds, alone]) {
    const [byKey, nowByKey] = [grouped(former, keyOf), grouped(now, keyOf)];
    for (const [key, [only, ...more]] of byKey) {
      const [other, ...others] = nowByKey.get(key) ?? [];
      if (only === undefined || other === undefined || more.length + others.length > 0) continue;
      if (areToldApart(only.tags, other.tags)) continue;
      changed.push({ before: only.branch, after: other.branch });
      former = former.filter((each) => each !== only);
      now = now.filter((each) => each !== other);
    }
  }
  return { changed, gone: former.map(({ branch }) => branch), added: now.map(({ branch }) => branch) };
}

type KeyOf = (traits: Traits) => string | undefined;

const rounds: readonly KeyOf[] = [0, 1, 2].map(
  (index) =>
    ({ keys }) =>
      keys[index],
);
const alone: KeyOf = () => '';

function traitsOf(branch: Branch, scope: Resolver): Traits {
  const tags = branchTags(branch, scope);
  const resolved = scope.resolve(branch);
  const shape = resolved && new SchemaShape(resolved, scope);
  const types = shape?.types && [...shape.types].sort().join(' ');
  const required = [...(shape?.required.keys() ?? [])].sort();
  const told = tags.size === 0 ? undefined : JSON.stringify([...tags].sort());
  return { branch, tags, keys: [told, types && JSON.stringify([types, ...required]), types] };
}

function grouped(all: readonly Traits[], keyOf: KeyOf): ReadonlyMap<string, readonly Traits[]> {
  const groups = new Map<string, Traits[]>();
  for (const traits of all) {
    const key = keyOf(traits);
    if (key === undefined) continue;
    const group = groups.get(key) ?? [];
    groups.set(key, group);
    group.push(traits);
  }
  return groups;
}

function areToldApart(a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): boolean {
  return [...a].some(([name, value]) => b.has(name) && b.get(name) !== value);
}
