import type { OpenApiVersion } from '#core/openapi/model.ts';
import type { Fault, UnfitField, UnknownField } from '#core/openapi/spec/fault.ts';
import { findString, type MapNode } from '#core/tree/tree.ts';
import { isOfSchema } from '#rules/detectors/openapi/of-schema.ts';
import { addressKeys, fieldRemedies } from '#rules/words/field-remedies.ts';

/** Fields of one object that do not belong there, for one reason. */
export interface StrayFields {
  /** The first of them. */
  readonly fault: UnknownField | UnfitField;
  readonly names: readonly string[];
}

/**
 * The fields of a section that do not belong where they stand: those of one object with one remedy are one slip. `rootKeys` are all keys
 * of the document, which may stand in sections of their own.
 */
export function strayFields(
  faults: readonly Fault[],
  version: OpenApiVersion,
  rootKeys: () => readonly string[],
): readonly StrayFields[] {
  const found: { readonly fault: UnknownField | UnfitField; readonly names: string[] }[] = [];
  const known = new Map<MapNode, Map<string, string[]>>();
  for (const fault of faults) {
    if (fault.kind !== 'unfit-field' && (fault.kind !== 'unknown-field' || fault.isLegal)) continue;
    const { map, key } = fault;
    if (fault.kind === 'unknown-field' && isToldOfPlace(fault, version)) continue;
    if (isAddress(fault, version)) {
      const names = rootKeys().filter((name) => addressKeys.has(name));
      if (names[0] === key.value) found.push({ fault, names: [...names] });
      continue;
    }
    const reason = reasonOf(fault, version);
    const beside = map === undefined || reason === undefined ? undefined : known.get(map)?.get(reason);
    if (beside !== undefined) {
      beside.push(key.value);
      continue;
    }
    const names = [key.value];
    found.push({ fault, names });
    if (map !== undefined && reason !== undefined)
      known.set(map, (known.get(map) ?? new Map<string, string[]>()).set(reason, names));
  }
  return found;
}

/** The same for fields that have one cause; undefined for one that has its own. */
function reasonOf(fault: UnknownField | UnfitField, version: OpenApiVersion): string | undefined {
  if (fault.kind === 'unknown-field')
    return isOfSchema(fault, version) ? 'schema' : fieldRemedies(version, fault.object).get(fault.key.value);
  return `${fault.isExcluded} ${fault.condition.field} ${fault.condition.values.join(' ')}`;
}

/** What 2.0 says of the address in several fields is one thing here. */
function isAddress({ kind, object, key }: UnknownField | UnfitField, version: OpenApiVersion): boolean {
  return kind === 'unknown-field' && object === 'document' && version !== '2.0' && addressKeys.has(key.value);
}

/** A body or a form of 2.0 is no parameter any more: that is told of its place. */
function isToldOfPlace(fault: UnknownField, version: OpenApiVersion): boolean {
  const place = fault.object === 'parameter' ? findString(fault.map, 'in')?.value : undefined;
  return (place === 'body' || place === 'formData') && isOfSchema(fault, version);
}
