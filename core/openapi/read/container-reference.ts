import { childPlace, type Place } from '#core/openapi/place.ts';
import { noNaming, type ReferenceView, readReference } from '#core/openapi/read/read-reference.ts';
import { findString, findValue } from '#core/tree/tree.ts';

/** Lists and maps that the specification wants written out. Where a `$ref` stands in place of one, as is common, it is followed. */
export type ContainerKey = 'content' | 'headers' | 'parameters' | 'properties' | 'responses' | 'security';

const keys: readonly ContainerKey[] = ['content', 'headers', 'parameters', 'properties', 'responses', 'security'];

/** How `readPart` knows such a list or map that stands elsewhere. */
const namings = new Map(keys.map((key) => [key, { ...noNaming, part: [`$${key}`] }]));

/** The `$ref` in place of a whole list or map; undefined where it is written out, or not there. */
export function containerReference(parent: Place, key: ContainerKey): ReferenceView<'openapi.part'> | undefined {
  // Hardly ever there, and often asked for.
  if (findString(findValue(parent.tree, key), '$ref') === undefined) return undefined;
  const place = childPlace(parent, key);
  return place && readReference(place, 'openapi.part', namings.get(key));
}

/** What is read at a place that such a `$ref` leads to; undefined for other parts of a description. */
export function containerKey(part: readonly string[] | undefined): ContainerKey | undefined {
  const [first, second] = part ?? [];
  return second === undefined ? keys.find((key) => `$${key}` === first) : undefined;
}
