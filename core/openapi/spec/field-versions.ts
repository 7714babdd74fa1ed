import type { OpenApiVersion } from '#core/openapi/model.ts';
import { fieldOf, objectEntries, objectOf, versions } from '#core/openapi/spec/objects-of.ts';
import type { ObjectName } from '#core/openapi/spec/spec.ts';

/** The versions in which an object has a field, the oldest first. */
export function versionsWith(object: ObjectName, field: string): readonly OpenApiVersion[] {
  return versions.filter((version) => {
    const spec = objectOf(version, object);
    return spec !== undefined && fieldOf(spec, field) !== undefined;
  });
}

/** The first version in which an object has a field. */
export function sinceOf(object: ObjectName, field: string): OpenApiVersion | undefined {
  return versionsWith(object, field)[0];
}

/** The last version in which an object has a field; undefined where the newest still has it, and where none has. */
export function untilOf(object: ObjectName, field: string): OpenApiVersion | undefined {
  const last = versionsWith(object, field).at(-1);
  return last === versions.at(-1) ? undefined : last;
}

/** The objects of a version that have a field of this name. */
export function objectsWith(version: OpenApiVersion, field: string): readonly ObjectName[] {
  return objectEntries(version).flatMap(([name, spec]) => (fieldOf(spec, field) === undefined ? [] : [name]));
}
