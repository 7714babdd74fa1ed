import type { OpenApiVersion } from '#core/openapi/model.ts';
import type { Fault, UnfitField, UnknownField } from '#core/openapi/spec/fault.ts';
import type { MapNode } from '#core/tree/tree.ts';
import { fieldRemedies } from '#rules/words/field-remedies.ts';

/** Fields of one object that do not belong there, for one reason. */
export interface StrayFields {
  /** The first of them. */
  readonly fault: UnknownField | UnfitField;
  readonly names: readonly string[];
}

/** The fields of a section that do not belong where they stand: those of one object with one remedy are one slip. */
export function strayFields(faults: readonly Fault[], version: OpenApiVersion): readonly StrayFields[] {
  const found: { readonly fault: UnknownField | UnfitField; readonly names: string[] }[] = [];
  const known = new Map<MapNode, Map<string, string[]>>();
  for (const fault of faults) {
    if (fault.kind !== 'unfit-field' && (fault.kind !== 'unknown-field' || fault.isLegal)) continue;
    const { map, key } = fault;
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
  if (fault.kind === 'unknown-field') return fieldRemedies(version, fault.object).get(fault.key.value);
  return `${fault.isExcluded} ${fault.condition.field} ${fault.condition.values.join(' ')}`;
}
