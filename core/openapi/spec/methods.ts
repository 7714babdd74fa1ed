import type { OpenApiVersion } from '#core/openapi/model.ts';
import { objectOf } from '#core/openapi/spec/objects-of.ts';

/** The methods that have a field of their own in a path item, in small letters. */
export function methodsOf(version: OpenApiVersion): ReadonlySet<string> {
  const fields = Object.entries(objectOf(version, 'path-item')?.fields ?? {});
  return new Set(
    fields.flatMap(([name, { value }]) => (value.kind === 'object' && value.of === 'operation' ? name : [])),
  );
}

/** Those of the newest version, which has all that the others have. */
export const methods: ReadonlySet<string> = methodsOf('3.2');
