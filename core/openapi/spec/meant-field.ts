import type { KnownObject } from '#core/openapi/spec/known-objects.ts';
import type { ValueShape } from '#core/openapi/spec/spec.ts';
import { isOfType } from '#core/openapi/spec/value-fault.ts';
import { writtenValues } from '#core/openapi/spec/written-values.ts';
import { nearestName } from '#core/text/nearest-name.ts';
import { isOneEditFrom, isSwap } from '#core/text/one-edit.ts';
import { isEmptyValue, type MapNode, type TreeNode } from '#core/tree/tree.ts';

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

/** The field that a key is meant to be, of those that are not there and may hold its value: the nearest, or one edit away where other keys are legal. */
export function meantField({ fields, spec }: KnownObject, map: MapNode | undefined, key: string): string | undefined {
  if (key.length < shortest) return undefined;
  const written = map && writtenValues(map);
  const value = written?.get(key);
  const free = [...fields.values()]
    .filter(({ name, spec: field }) => !written?.has(name) && mayHold(field.value, value))
    .map(({ name }) => name);
  if (spec.isOpen) return key.length > shortest ? free.find((name) => isAlmost(key, name)) : undefined;
  return nearestName(key, free) ?? free.find((name) => isSwap(key, name)) ?? shortened(key, free);
}

/** True where what stands under the key may stand under the field, or is one item of it. */
function mayHold(shape: ValueShape, value: TreeNode | undefined): boolean {
  if (value === undefined || isEmptyValue(value) || isOfType(value, shape)) return true;
  return shape.kind === 'list' && isOfType(value, shape.of);
}

/** Of shorter keys nobody can tell what they are meant to be. */
const shortest = 3;

/** True for what differs in upper and lower case, or is one edit away. */
function isAlmost(key: string, name: string): boolean {
  const [a, b] = [key.toLowerCase(), name.toLowerCase()];
  return a === b || isOneEditFrom(a, b);
}

/** `desc`, `param`: the beginning of one name alone. */
function shortened(key: string, names: readonly string[]): string | undefined {
  if (key.length <= shortest) return undefined;
  const longer = names.filter((name) => name.startsWith(key));
  return longer.length === 1 ? longer[0] : undefined;
}
