import type { OpenApiVersion } from '#core/openapi/model.ts';
import { objectEntries } from '#core/openapi/spec/objects-of.ts';
import type { FieldSpec, ObjectName, ObjectSpec } from '#core/openapi/spec/spec.ts';

/** An object of one version, ready to be compared with many maps. */
export interface KnownObject {
  readonly name: ObjectName;
  readonly spec: ObjectSpec;
  readonly fields: ReadonlyMap<string, KnownField>;
  /** The fields that must be there, some of them only under a condition. */
  readonly wanted: readonly KnownField[];
}

export interface KnownField {
  readonly object: ObjectName;
  readonly name: string;
  readonly spec: FieldSpec;
}

/** Undefined where this version has none of the name. */
export function knownObject(version: OpenApiVersion, name: ObjectName): KnownObject | undefined {
  const known =
    tables.get(version) ?? new Map(objectEntries(version).map(([each, spec]) => [each, knownOf(each, spec)]));
  tables.set(version, known);
  return known.get(name);
}

const tables = new Map<OpenApiVersion, ReadonlyMap<ObjectName, KnownObject>>();

function knownOf(object: ObjectName, spec: ObjectSpec): KnownObject {
  const fields = Object.entries(spec.fields).map(([name, field]) => ({ object, name, spec: field }));
  const wanted = fields.filter((field) => field.spec.isRequired || field.spec.requiredWith);
  return { name: object, spec, fields: new Map(fields.map((field) => [field.name, field])), wanted };
}
