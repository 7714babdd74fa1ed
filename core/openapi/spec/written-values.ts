import type { MapNode, TreeNode } from '#core/tree/tree.ts';

/** What stands under each key of a map; made once, since thousands of its keys may each ask for the others. */
export function writtenValues(map: MapNode): ReadonlyMap<string, TreeNode | undefined> {
  const before = known.get(map);
  if (before !== undefined) return before;
  const values = new Map(map.entries.map(({ key, value }) => [key.value, value]));
  known.set(map, values);
  return values;
}

const known = new WeakMap<MapNode, ReadonlyMap<string, TreeNode | undefined>>();
