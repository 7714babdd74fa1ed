import { erasedTemplate, segmentsOf, templateNames } from '#core/openapi/effective/path-template.ts';

/** So many segments are looked at: what comes before further placeholders says no more of the last one. */
const longestPlace = 4;

/**
 * Where a parameter stands in a path: its segment and the nearest word before it, names erased. `users/{}` for `id` in
 * `/v1/users/{id}/orders`; undefined where it is not in the path.
 */
export function parameterPlace(path: string, name: string): string | undefined {
  const segments = segmentsOf(path);
  const at = segments.findIndex((segment) => templateNames(segment).some(({ value }) => value === name));
  return at < 0 ? undefined : placeAt(segments, at);
}

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
