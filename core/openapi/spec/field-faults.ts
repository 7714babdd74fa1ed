import type { OpenApiVersion } from '#core/openapi/model.ts';
import { isExtension, type Label } from '#core/openapi/place.ts';
import type { Fault, MissingField, UnfitField } from '#core/openapi/spec/fault.ts';
import { type KnownField, type KnownObject, knownObject } from '#core/openapi/spec/known-objects.ts';
import { meantField, strangeKeys } from '#core/openapi/spec/meant-field.ts';
import type { Condition, ObjectName, ValueShape } from '#core/openapi/spec/spec.ts';
import { findEntry, findString, type MapNode, type TreeEntry } from '#core/tree/tree.ts';

/** True for a field that means nothing here: the one it depends on has another of its values, or one that leaves it no meaning. */
export function isUnfit(field: KnownField, known: KnownObject, map: MapNode): boolean {
  return isOutOfPlace(field, known, map) || holds(field.spec.notWith, map);
}

function isOutOfPlace({ spec: { onlyWith } }: KnownField, { fields }: KnownObject, map: MapNode): boolean {
  if (onlyWith === undefined) return false;
  const value = findString(map, onlyWith.field)?.value;
  if (value === undefined || onlyWith.values.includes(value)) return false;
  const shape = fields.get(onlyWith.field)?.spec.value;
  return shape?.kind === 'text' && shape.values?.includes(value) === true;
}

/** As a fault. */
export function unfitField(
  field: KnownField,
  known: KnownObject,
  map: MapNode,
  { key }: TreeEntry,
  path: readonly string[],
): UnfitField | undefined {
  const { object, spec } = field;
  const isExcluded = !isOutOfPlace(field, known, map);
  const condition = isExcluded ? spec.notWith : spec.onlyWith;
  return condition && { kind: 'unfit-field', pointer: [...path], object, key, map, condition, isExcluded };
}

/** What is missing in an object, and what does not stand beside each other. What is misspelt, or stands one object too high, is not missing. */
export function fieldFaults(
  known: KnownObject,
  map: MapNode,
  label: Label,
  path: readonly string[],
  version: OpenApiVersion,
): readonly Fault[] {
  const { spec, wanted } = known;
  // Most objects are asked for nothing.
  if (wanted.length === 0 && spec.needsOneOf === undefined && !spec.isNeverEmpty && spec.excludes === undefined)
    return none;
  const site = { pointer: path, object: known.name, map, label } as const;
  const faults: Fault[] = [];
  for (const { name, spec: field } of wanted) {
    if (findEntry(map, name) !== undefined) continue;
    const isWanted = field.isRequired === true || (holds(field.requiredWith, map) && !hasUnfit(known, map));
    if (isWanted && !isNotUnderstood(known, map, [name], version))
      faults.push(missing(site, [name], field.isRequired ? undefined : field.requiredWith));
  }
  for (const names of spec.needsOneOf ?? none) {
    const isThere = names.some((name) => findEntry(map, name) !== undefined);
    if (!isThere && !isNotUnderstood(known, map, names, version)) faults.push(missing(site, names, undefined));
  }
  if (spec.isNeverEmpty && map.entries.every(({ key }) => isExtension(key.value)))
    faults.push({
      kind: 'too-short',
      pointer: [...path],
      object: site.object,
      field: path.at(-1) ?? '',
      value: map,
      label,
    });
  for (const names of spec.excludes ?? none) {
    // Mostly none of them is there.
    if (!names.some((name) => findEntry(map, name) !== undefined)) continue;
    const keys = map.entries.flatMap(({ key }) => (names.includes(key.value) ? [key] : []));
    if (keys.length > 1) faults.push({ kind: 'too-many-fields', pointer: [...path], object: site.object, keys, map });
  }
  return faults;
}

const none: readonly never[] = [];

type Site = Pick<MissingField, 'pointer' | 'object' | 'map' | 'label'>;

function missing(site: Site, fields: readonly string[], condition: Condition | undefined): MissingField {
  return { kind: 'missing-field', ...site, pointer: [...site.pointer], fields, condition };
}

function holds(condition: Condition | undefined, map: MapNode): boolean {
  return condition?.values.includes(findString(map, condition.field)?.value ?? '') === true;
}

/** True where a field stands that belongs beside another value: then that is what is wrong. */
function hasUnfit(known: KnownObject, map: MapNode): boolean {
  return map.entries.some(({ key }) => {
    const field = known.fields.get(key.value);
    return field !== undefined && isUnfit(field, known, map);
  });
}

/** True where a key that is not known is one of these fields, or belongs into one. */
function isNotUnderstood(known: KnownObject, map: MapNode, names: readonly string[], version: OpenApiVersion): boolean {
  return strangeKeys(known, map).some((key) => {
    const meant = meantField(known, map, key);
    if (meant !== undefined && names.includes(meant)) return true;
    return names.some((name) => holdsField(known.fields.get(name)?.spec.value, key, version));
  });
}

/** Objects that only hold others. */
const flowLike: ReadonlySet<ObjectName> = new Set(['oauth-flows']);

/** True where a value of this shape, or an entry of it, has such a field. */
export function holdsField(shape: ValueShape | undefined, key: string, version: OpenApiVersion, depth = 1): boolean {
  switch (shape?.kind) {
    case 'object': {
      const fields = knownObject(version, shape.of)?.fields;
      if (fields === undefined || fields.has(key)) return fields !== undefined;
      return (
        depth > 0 &&
        flowLike.has(shape.of) &&
        [...fields.values()].some(({ spec }) => holdsField(spec.value, key, version, depth - 1))
      );
    }
    case 'list':
    case 'map':
      return holdsField(shape.of, key, version, depth);
    case 'either':
      return shape.of.some((one) => holdsField(one, key, version, depth));
    default:
      return false;
  }
}
