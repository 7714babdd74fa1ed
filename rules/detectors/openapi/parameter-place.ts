import { erasedTemplate, segmentsOf, templateNames } from '#core/openapi/effective/path-template.ts';
import { remembered } from '#core/text/remembered.ts';

/** So many segments are looked at: what comes before further placeholders says no more of the last one. */
const longestPlace = 4;

/**
 * Where a parameter stands in a path: its segment and the nearest word before it, names erased. `users/{}` for `id` in
 * `/v1/users/{id}/orders`; undefined where it is not in the path.
 */
export function parameterPlace(path: string, name: string): string | undefined {
  return placesOf(path).get(name);
}

/** So many paths are kept: each is asked for all its parameters. */
const mostPaths = 1000;

/** Where the parameters of a path stand, by name; of several the first. */
const placesOf = remembered((path): ReadonlyMap<string, string> => {
  const places = new Map<string, string>();
  const segments = segmentsOf(path);
  for (const [at, segment] of segments.entries())
    for (const { value } of templateNames(segment)) if (!places.has(value)) places.set(value, placeAt(segments, at));
  return places;
}, mostPaths);

function placeAt(segments: readonly string[], at: number): string {
  let start = at;
  while (start > 0 && at - start + 1 < longestPlace && segments[start - 1]?.includes('{')) start--;
  return segments
    .slice(Math.max(0, start - 1), at + 1)
    .map(erasedTemplate)
    .join('/');
}

const known = new WeakMap<readonly string[], ReadonlyMap<string, readonly string[]>>();

/** The templates with a parameter in this place, in order; of one list of templates they are looked for once. */
export function pathsWithPlace(place: string, templates: readonly string[]): readonly string[] {
  const byPlace = known.get(templates) ?? templatesByPlace(templates);
  known.set(templates, byPlace);
  return byPlace.get(place) ?? [];
}

function templatesByPlace(templates: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const byPlace = new Map<string, string[]>();
  for (const template of templates) {
    const segments = segmentsOf(template);
    for (const [at, segment] of segments.entries()) {
      if (!segment.includes('{')) continue;
      const place = placeAt(segments, at);
      const others = byPlace.get(place);
      if (others === undefined) byPlace.set(place, [template]);
      else if (others.at(-1) !== template) others.push(template);
    }
  }
  return byPlace;
}
