import { childLocation, type Location, rootLocation } from '#core/openapi/view.ts';
import type { Located, Span } from '#core/text/span.ts';
import type { TreeSection } from '#core/tree/section.ts';
import { entriesOf, findEntry, itemsOf, type TreeEntry, type TreeNode } from '#core/tree/tree.ts';

/** A value in its file, with the span that stands for it in findings. Every view is a place. */
export interface Place {
  readonly location: Location;
  readonly tree: TreeNode;
  readonly anchor: Span;
}

/** A place that stands under a key of a map. */
export interface NamedPlace extends Place {
  readonly name: Located<string>;
}

/** The section's own value; undefined for a header and where nothing could be read. */
export function sectionPlace(section: TreeSection): Place | undefined {
  const { tree, key } = section;
  return tree && { location: rootLocation(section), tree, anchor: key?.span ?? tellingSpan(tree) };
}

/** The value under a key; undefined when absent or empty. */
export function childPlace(parent: Place, key: string): NamedPlace | undefined {
  const entry = findEntry(parent.tree, key);
  return entry && entryPlace(parent, entry);
}

/** The values of a map with their keys, in text order; entries without a value, and a `$ref` in place of the map, are left out. */
export function entryPlaces(parent: Place | undefined): readonly NamedPlace[] {
  if (parent === undefined) return [];
  const places: NamedPlace[] = [];
  for (const entry of entriesOf(parent.tree)) {
    const place = isReferenceEntry(entry) ? undefined : entryPlace(parent, entry);
    if (place !== undefined) places.push(place);
  }
  return places;
}

/** The items of a list. */
export function itemPlaces(parent: Place | undefined): readonly Place[] {
  if (parent === undefined) return [];
  return itemsOf(parent.tree).map((tree, index) => ({
    location: childLocation(parent.location, index),
    tree,
    anchor: tellingSpan(tree),
  }));
}

/** The place a path of keys and list indexes leads to, counted from `start`. */
export function descend(start: Place, steps: readonly string[]): Place | undefined {
  let current: Place | undefined = start;
  for (const step of steps) {
    if (current === undefined) return undefined;
    current = current.tree.kind === 'list' ? itemPlace(current, step) : childPlace(current, step);
  }
  return current;
}

/** True for `x-…`, which the specification leaves to its users. */
export function isExtension(name: string): boolean {
  return name.startsWith('x-');
}

function isReferenceEntry({ key, value }: TreeEntry): boolean {
  return key.value === '$ref' && value?.kind === 'scalar';
}

function entryPlace(parent: Place, { key, value }: TreeEntry): NamedPlace | undefined {
  return value && { location: childLocation(parent.location, key.value), tree: value, anchor: key.span, name: key };
}

function itemPlace(parent: Place, step: string): Place | undefined {
  const tree = /^(0|[1-9]\d*)$/.test(step) ? itemsOf(parent.tree)[Number(step)] : undefined;
  return tree && { location: childLocation(parent.location, step), tree, anchor: tellingSpan(tree) };
}

const tellingKeys = ['name', 'url', '$ref'];

/** What a value without a key is shown by: its name, its url, its `$ref`, else its first key, else the whole. */
function tellingSpan(tree: TreeNode): Span {
  for (const key of tellingKeys) {
    const value = findEntry(tree, key)?.value;
    if (value?.kind === 'scalar') return value.span;
  }
  return entriesOf(tree)[0]?.key.span ?? tree.span;
}
