import type { Example, OrReference } from '#core/openapi/model.ts';
import { childPlace, entryPlaces, type Place } from '#core/openapi/place.ts';
import { readReference } from '#core/openapi/read/read-reference.ts';
import { ReadView } from '#core/openapi/read/read-view.ts';
import { entriesOf, findEntry, findValue } from '#core/tree/tree.ts';

/** An Example Object, or one media type's example of 2.0. */
export class ExampleView extends ReadView implements Example {
  readonly kind = 'openapi.example';
}

/** The Example Object or `$ref` at a place. */
export function readExample(place: Place): OrReference<Example> {
  return readReference(place, 'openapi.example') ?? new ExampleView(place);
}

/** The named examples under `examples`; the plain value under `example` is no object of its own. */
export function readExamples(parent: Place): readonly OrReference<Example>[] {
  return entryPlaces(childPlace(parent, 'examples')).map(readExample);
}

/** True when an `example`, or at least one of `examples`, is written directly at this place. */
export function hasOwnExample({ tree }: Place): boolean {
  return findEntry(tree, 'example') !== undefined || entriesOf(findValue(tree, 'examples')).length > 0;
}
