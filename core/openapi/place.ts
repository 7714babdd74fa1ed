import { childLocation, type Location, rootLocation, type View } from '#core/openapi/view.ts';
import type { Located, Span } from '#core/text/span.ts';
import type { TreeSection } from '#core/tree/section.ts';
import { entriesOf, findEntry, itemsOf, type TreeEntry, type TreeNode } from '#core/tree/tree.ts';

/** A value in its file. Every view is a place. */
export interface Place {
  readonly location: Location;
  readonly tree: TreeNode;
  /** What stands for it in findings: its key, or a telling part of it. */
  readonly label: Label;
}

/** Something that tells its span when it is asked. */
export interface Label {
  readonly span: Span;
}

/** A place that stands under a key of a map. */
export interface NamedPlace extends Place {
  readonly name: Located<string>;
}

/** The place of a view. */
export function placeOf({ location, tree, anchor }: View): Place {
  return { location, tree, label: { span: anchor } };
}

/** The section's own value; undefined for a header and where nothing could be read. */
export function sectionPlace(section: TreeSection): Place | undefined {
  const { tree, key } = section;
  return tree && { location: rootLocation(section), tree, label: key ?? tellingPart(tree) };
}

/** The value under a key; undefined when absent or empty. */
export function childPlace(parent: Pick<Place, 'location' | 'tree'>, key: string): NamedPlace | undefined {
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
    label: tellingPart(tree),
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

function entryPlace(parent: Pick<Place, 'location'>, { key, value }: TreeEntry): NamedPlace | undefined {
  return value && { location: childLocation(parent.location, key.value), tree: value, label: key, name: key };
}

function itemPlace(parent: Place, step: string): Place | undefined {
  const tree = /^(0|[1-9]\d*)$/.test(step) ? itemsOf(parent.tree)[Number(step)] : undefined;
  return tree && { location: childLocation(parent.location, step), tree, label: tellingPart(tree) };
}

const tellingKeys = ['name', 'url', '$ref'];

/** What a value without a key is shown by: its name, its url, its `$ref`, else its first key, else the whole. */
export function tellingPart(tree: TreeNode): Label {
  if (tree.kind !== 'map') return tree;
  for (const key of tellingKeys) {
    const value = findEntry(tree, key)?.value;
    if (value?.kind === 'scalar') return value;
  }
  return tree.entries[0]?.key ?? tree;
}
