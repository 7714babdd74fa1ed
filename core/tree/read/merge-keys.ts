import type { MapNode, TreeEntry, TreeNode } from '#core/tree/tree.ts';

/** The maps a merge key `<<` brings in, nearest first; undefined when its value is neither a map nor a list of maps. */
export function findMergeSources(value: TreeNode): readonly MapNode[] | undefined {
  if (value.kind === 'map') return [value];
  if (value.kind !== 'list') return undefined;
  const sources = value.items.filter((item) => item.kind === 'map');
  return sources.length === value.items.length ? sources : undefined;
}

/** Appends the entries of the sources whose keys the map does not have yet, flagged as merged. */
export function appendMerged(entries: TreeEntry[], sources: readonly MapNode[]): void {
  const keys = new Set(entries.map(({ key }) => key.value));
  for (const source of sources) {
    for (const { key, value } of source.entries) {
      if (keys.has(key.value)) continue;
      keys.add(key.value);
      entries.push({ key, value, merged: true });
    }
  }
}
