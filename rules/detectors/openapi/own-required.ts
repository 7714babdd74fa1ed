import { ownProperties } from '#core/openapi/effective/schema-properties.ts';
import type { Schema } from '#core/openapi/model.ts';
import type { Scope } from '#core/rule.ts';
import { foldedName } from '#core/text/casing.ts';
import { discriminatorName } from '#rules/detectors/openapi/discriminator.ts';

/**
 * What a schema requires itself of those that a patch is made of (`parts`), but for what tells the kind of thing or its version: a
 * discriminator, a constant, a revision.
 */
export function ownRequired(
  { required }: Schema,
  parts: readonly Schema[],
  scope: Pick<Scope, 'resolve'>,
): readonly string[] {
  if (required.length === 0) return [];
  const kinds = new Set(parts.flatMap((part) => discriminatorName(part)?.value ?? []));
  const properties = parts.flatMap((part) => ownProperties(part, scope));
  return required.flatMap(({ value }) => {
    if (kinds.has(value) || versionNames.has(foldedName(value))) return [];
    const schema = scope.resolve(properties.find(({ name }) => name.value === value)?.schema);
    return schema?.enum?.length === 1 || schema?.readOnly === true ? [] : [value];
  });
}

const versionNames: ReadonlySet<string> = new Set([
  'version',
  'revision',
  'etag',
  'resourceversion',
  'lockversion',
  'rev',
]);
