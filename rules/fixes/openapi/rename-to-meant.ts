import type { OpenApiVersion } from '#core/openapi/model.ts';
import type { UnknownField } from '#core/openapi/spec/fault.ts';
import { knownObject } from '#core/openapi/spec/known-objects.ts';
import { meantField } from '#core/openapi/spec/meant-field.ts';
import type { Fix } from '#core/rule.ts';
import { findEntry } from '#core/tree/tree.ts';
import { fieldRemedies, renamedFields } from '#rules/words/field-remedies.ts';

/**
 * The field that an unknown one is meant to be, and the fix that calls it so; undefined where none is near, and for one of another
 * version: what that holds is another thing (`examples` and `example`).
 */
export function renameToMeant(
  { object, key, map, pointer }: UnknownField,
  version: OpenApiVersion,
  uri: string,
): { readonly name: string; readonly fix: Fix } | undefined {
  if (fieldRemedies(version, object).has(key.value)) return undefined;
  const known = knownObject(version, object);
  const renamed = version === '2.0' ? undefined : renamedFields.get(object)?.get(key.value);
  const isFree = renamed !== undefined && findEntry(map, renamed) === undefined;
  const name = isFree ? renamed : known && meantField(known, map, key.value);
  if (known === undefined || name === undefined) return undefined;
  const safety = proseFields.has(name) ? 'safe' : 'review';
  const changes = [{ kind: 'rename', uri, pointer, name }] as const;
  return { name, fix: { title: `Rename “${key.value}” to “${name}”`, safety, changes } };
}

/** Fields that only people read: no client notices that one is found again. */
const proseFields = new Set(
  'description summary title termsOfService externalDocs contact license email $comment example'.split(' '),
);
