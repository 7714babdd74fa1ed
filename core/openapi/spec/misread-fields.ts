import type { OpenApiVersion } from '#core/openapi/model.ts';
import { holdsField } from '#core/openapi/spec/field-faults.ts';
import { type KnownObject, knownObject } from '#core/openapi/spec/known-objects.ts';
import { meantField, strangeKeys } from '#core/openapi/spec/meant-field.ts';
import type { ObjectName, ValueShape } from '#core/openapi/spec/spec.ts';
import { hasKeyForm } from '#core/openapi/spec/text-forms.ts';
import { isOfType } from '#core/openapi/spec/value-fault.ts';
import { writtenValues } from '#core/openapi/spec/written-values.ts';
import { entriesOf, findString, hasDollarKey, type MapNode, type TreeNode } from '#core/tree/tree.ts';

/**
 * The fields of a map of which nothing is known, though something is written: under a name that is almost theirs, one level too high,
 * or with a value that cannot be theirs. All that is told of them is that.
 */
export function misreadFields(tree: TreeNode, object: ObjectName, version: OpenApiVersion): ReadonlySet<string> {
  const known = tree.kind === 'map' ? knownObject(version, object) : undefined;
  if (known === undefined || tree.kind !== 'map') return none;
  let misread: Set<string> | undefined;
  let hasOthers = false;
  for (const { key, value } of tree.entries) {
    const field = known.fields.get(key.value);
    if (field === undefined) hasOthers = true;
    if (field === undefined || value === undefined || isReadable(value, field.spec.value, version)) continue;
    misread ??= new Set();
    misread.add(key.value);
  }
  if (!hasOthers) return misread ?? none;
  const strange = strangeKeys(known, tree);
  if (strange.length === 0) return misread ?? none;
  return new Set([...(misread ?? []), ...strange.flatMap((key) => fieldsMeantBy(key, known, tree, version))]);
}

const none: ReadonlySet<string> = new Set();

/** The field that a key is meant to be, or those it belongs into, of those that are not there. */
function fieldsMeantBy(key: string, known: KnownObject, map: MapNode, version: OpenApiVersion): readonly string[] {
  const meant = meantField(known, map, key);
  if (meant !== undefined) return [meant];
  const written = writtenValues(map);
  return [...known.fields.values()].flatMap(({ name, spec }) =>
    !written.has(name) && holdsField(spec.value, key, version) ? [name] : [],
  );
}

/** What stands for it elsewhere is read there. */
function isReadable(value: TreeNode, shape: ValueShape, version: OpenApiVersion): boolean {
  if (value.kind === 'map' && hasDollarKey(value) && findString(value, '$ref') !== undefined) return true;
  if (!isOfType(value, shape)) return false;
  if (shape.kind === 'text' && shape.values !== undefined && !shape.isOpen)
    return value.kind === 'scalar' && shape.values.includes(String(value.value));
  const keys = shape.kind === 'object' ? knownObject(version, shape.of)?.spec.entries?.keys : undefined;
  if (keys !== 'status' && keys !== 'plain-status') return true;
  return entriesOf(value).every(({ key }) => isStatusKey(key.value, keys));
}

function isStatusKey(key: string, form: 'status' | 'plain-status'): boolean {
  return key === 'default' || key.startsWith('x-') || hasKeyForm(key.toUpperCase(), form);
}
