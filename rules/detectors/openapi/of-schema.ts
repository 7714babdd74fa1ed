import type { OpenApiVersion } from '#core/openapi/model.ts';
import type { UnknownField } from '#core/openapi/spec/fault.ts';
import { objectOf } from '#core/openapi/spec/objects-of.ts';

/**
 * True for what stands in 3.x beside a schema and belongs in it: keywords of a parameter or header as in 2.0, or of a media type that is
 * taken for the schema itself. How lists are written stood with them.
 */
export function isOfSchema({ object, key, isLegal }: UnknownField, version: OpenApiVersion): boolean {
  if (isLegal || version === '2.0' || !holdersOfSchema.has(object)) return false;
  if (key.value === 'collectionFormat') return object !== 'media-type';
  return Object.hasOwn(objectOf(version, 'schema')?.fields ?? {}, key.value);
}

/** What each of them is called when there are many. */
export const holdersOfSchema: ReadonlyMap<string, string> = new Map([
  ['parameter', 'parameters'],
  ['header', 'headers'],
  ['media-type', 'media types'],
]);
