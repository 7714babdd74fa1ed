import type { OpenApiVersion } from '#core/openapi/model.ts';
import { isExtension } from '#core/openapi/place.ts';
import { knownObject } from '#core/openapi/spec/known-objects.ts';
import { meantField } from '#core/openapi/spec/meant-field.ts';
import type { Scope } from '#core/rule.ts';

/**
 * The fields that the root of a description must have and has not, those of which one is enough together; a misspelt one is not missing,
 * nor is any that may stand in text that is not understood.
 */
export function missingRoots(
  version: OpenApiVersion,
  scope: Pick<Scope, 'rootKeys' | 'isUnderstood'>,
): readonly (readonly string[])[] {
  const missing = [...absentRoots(version, scope)];
  return missing.length > 0 && scope.isUnderstood() ? missing : [];
}

function* absentRoots(version: OpenApiVersion, scope: Pick<Scope, 'rootKeys'>): Iterable<readonly string[]> {
  const known = knownObject(version, 'document');
  if (known === undefined) return;
  const keys = scope.rootKeys();
  const strange = keys.filter((key) => !known.fields.has(key) && !isExtension(key));
  const meant = strange.map((key) => meantField(known, undefined, key));
  const isThere = (name: string): boolean => keys.includes(name) || meant.includes(name);
  for (const { name } of known.wanted) if (!isThere(name)) yield [name];
  for (const names of known.spec.needsOneOf ?? []) if (!names.some(isThere)) yield names;
}
