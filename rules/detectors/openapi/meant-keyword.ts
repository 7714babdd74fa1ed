import type { OpenApiVersion } from '#core/openapi/model.ts';
import type { UnknownField } from '#core/openapi/spec/fault.ts';
import { knownObject } from '#core/openapi/spec/known-objects.ts';
import { isOneEditFrom } from '#core/text/one-edit.ts';
import { findEntry } from '#core/tree/tree.ts';

/** The keyword that an unknown one of a schema is one edit away from; undefined where there is none, or it stands there already. */
export function meantKeyword(
  { object, key, map }: Pick<UnknownField, 'object' | 'key' | 'map'>,
  version: OpenApiVersion,
): string | undefined {
  if (key.value.length < shortest) return undefined;
  const folded = key.value.toLowerCase();
  return [...(knownObject(version, object)?.fields.keys() ?? [])].find((name) => {
    const other = name.toLowerCase();
    return (folded === other || isOneEditFrom(folded, other)) && findEntry(map, name) === undefined;
  });
}

/** Shorter words are near to others by chance. */
const shortest = 4;
