import type { OpenApiVersion } from '#core/openapi/model.ts';
import { objectEntries } from '#core/openapi/spec/objects-of.ts';
import type { FieldSpec, ObjectName, ObjectSpec } from '#core/openapi/spec/spec.ts';

/** An object of one version, ready to be compared with many maps. */
export interface KnownObject {
  readonly name: ObjectName;
  readonly spec: ObjectSpec;
  readonly fields: ReadonlyMap<string, KnownField>;
  /** True where a `$ref` is one of the fields. */
  readonly hasReference: boolean;
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
  return knownObjects(version).get(name);
}

/** All objects of a version. */
export function knownObjects(version: OpenApiVersion): ReadonlyMap<ObjectName, KnownObject> {
  const before = tables.get(version);
  if (before !== undefined) return before;
  const known = new Map(objectEntries(version).map(([each, spec]) => [each, knownOf(each, spec)]));
  tables.set(version, known);
  return known;
}

const tables = new Map<OpenApiVersion, ReadonlyMap<ObjectName, KnownObject>>();

function knownOf(object: ObjectName, spec: ObjectSpec): KnownObject {
  const fields = Object.entries(spec.fields).map(([name, field]) => ({ object, name, spec: field }));
  const wanted = fields.filter((field) => field.spec.isRequired || field.spec.requiredWith);
  const hasReference = Object.hasOwn(spec.fields, '$ref');
  return { name: object, spec, fields: new Map(fields.map((field) => [field.name, field])), hasReference, wanted };
}
