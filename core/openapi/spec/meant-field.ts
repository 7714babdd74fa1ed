import type { KnownObject } from '#core/openapi/spec/known-objects.ts';
import { nearestName } from '#core/text/nearest-name.ts';
import { isSwap } from '#core/text/one-edit.ts';
import { findEntry, type MapNode } from '#core/tree/tree.ts';

/** The keys of an object that are no fields of it, and no extensions; none where the author chooses keys. */
export function strangeKeys({ fields, spec }: KnownObject, { entries }: MapNode): readonly string[] {
  if (spec.entries !== undefined) return [];
  let strange: string[] | undefined;
  for (const { key } of entries) {
    if (fields.has(key.value) || (spec.isExtensible && key.value.startsWith('x-'))) continue;
    strange ??= [];
    strange.push(key.value);
  }
  return strange ?? none;
}

const none: readonly string[] = [];

/** The field that a key is meant to be: the nearest of those that are not there. */
export function meantField(
  { fields }: Pick<KnownObject, 'fields'>,
  map: MapNode | undefined,
  key: string,
): string | undefined {
  if (key.length < shortest) return undefined;
  const free = [...fields.keys()].filter((name) => findEntry(map, name) === undefined);
  return nearestName(key, free) ?? free.find((name) => isSwap(key, name)) ?? shortened(key, free);
}

/** Of shorter keys nobody can tell what they are meant to be. */
const shortest = 3;

/** `desc`, `param`: the beginning of one name alone. */
function shortened(key: string, names: readonly string[]): string | undefined {
  if (key.length < 4) return undefined;
  const longer = names.filter((name) => name.startsWith(key));
  return longer.length === 1 ? longer[0] : undefined;
}
