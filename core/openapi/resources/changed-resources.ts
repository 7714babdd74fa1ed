import { judgedNode } from '#core/openapi/resources/judged-path.ts';
import type { PathNode } from '#core/openapi/resources/path-node.ts';
import type { PathResource } from '#core/openapi/resources/path-resource.ts';
import { cost, Pace } from '#core/work/pace.ts';
import type { Pause } from '#core/work/read.ts';

/** A node in a tree, and what it stands below there. */
interface Site {
  readonly node: PathNode;
  readonly parent: PathResource | undefined;
}

/** The templates that name something else in one tree than in another, or are in one only. Pauses where there are many. */
export function* changedResources(before: PathNode, after: PathNode): Iterable<string | Pause> {
  if (before === after) return;
  const pace = new Pace();
  const pending: (readonly [Site | undefined, Site | undefined])[] = [...children(siteOf(before), siteOf(after))];
  for (let pair = pending.pop(); pair !== undefined; pair = pending.pop()) {
    const [old, now] = pair;
    const [was, is] = [old && judged(old), now && judged(now)];
    const isSame = was !== undefined && is !== undefined && isAlike(was, is);
    if (!isSame) yield (is ?? was)?.template;
    // What stands below follows from the nodes and from what they stand below.
    if (!isSame || old?.node !== now?.node)
      pending.push(...children(old && { node: old.node, parent: was }, now && { node: now.node, parent: is }));
    if (pace.isDue(cost.looked)) yield undefined;
  }
}

function siteOf(node: PathNode): Site {
  return { node, parent: undefined };
}

function judged({ node, parent }: Site): PathResource {
  return judgedNode(node, parent);
}

/** The children of both, in pairs; those that are the same below the same are left out. `parent` of these is what a child stands below. */
function children(
  old: Site | undefined,
  now: Site | undefined,
): readonly (readonly [Site | undefined, Site | undefined])[] {
  const keys = new Set([...(old?.node.children.keys() ?? []), ...(now?.node.children.keys() ?? [])]);
  const isAlikeAbove = old?.parent === now?.parent || (old?.parent && now?.parent && isAlike(old.parent, now.parent));
  return [...keys].flatMap((key) => {
    const [a, b] = [old?.node.children.get(key), now?.node.children.get(key)];
    if (a === b && isAlikeAbove === true) return [];
    return [[a && { node: a, parent: old?.parent }, b && { node: b, parent: now?.parent }] as const];
  });
}

/** Plain data with its fields in one order. */
function isAlike(a: PathResource, b: PathResource): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
