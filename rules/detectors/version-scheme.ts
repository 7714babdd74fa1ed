import { effectiveParameters } from '#core/openapi/effective.ts';
import type { Parameter, PathItem, Server } from '#core/openapi/model.ts';
import { segmentsOf } from '#core/openapi/path-template.ts';
import type { Scope } from '#core/rule.ts';
import { foldedName } from '#core/text/casing.ts';

/** Where a request says which version of the API it means. */
export type VersionScheme = 'path' | 'query' | 'header' | 'none';

/** `v1`, `v2.1`, `v1beta2`, `2010-04-01`. */
const versionSegment = /^(?:v\d+(?:[._]\d+)*(?:(?:alpha|beta|rc|preview)\d*)?|\d{4}-\d\d-\d\d)$/i;

/** `{version}` names the API's version only where the path begins; further on it is one of a resource. */
export function hasVersionSegment(path: string): boolean {
  return segmentsOf(path).some(
    (segment, index) => versionSegment.test(segment) || (index < 2 && /^\{(?:api[-_]?)?version\}$/i.test(segment)),
  );
}

/** The scheme of a path: its own segment, else a version parameter of all its operations. */
export function versionScheme(path: string, item: PathItem | undefined, scope: Scope): VersionScheme {
  if (hasVersionSegment(path)) return 'path';
  const places = (item?.operations ?? []).map((operation) => {
    const parameters = effectiveParameters(operation, scope);
    return parameters.find((parameter) => isVersionParameter(parameter))?.in?.value;
  });
  const [first] = places;
  return (first === 'query' || first === 'header') && places.every((place) => place === first) ? first : 'none';
}

/** True when the server's address holds a version segment, its variables included. */
export function isVersionedServer({ url }: Server): boolean {
  return url !== undefined && hasVersionSegment(url.value.replace(/^[a-z]+:\/\/[^/]*/i, ''));
}

/** A query parameter that is only called “version” is one of the resource. */
function isVersionParameter({ name, in: place }: Parameter): boolean {
  const written = name?.value ?? '';
  if (place?.value === 'query') return /^x?apiversion$/.test(foldedName(written));
  return place?.value === 'header' && /^(?:x-)?(?:[a-z]+[-_]?)?version$/i.test(written);
}
