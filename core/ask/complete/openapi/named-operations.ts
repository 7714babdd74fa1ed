import { openApiNames } from '#core/ask/openapi-names.ts';
import type { Description } from '#core/openapi/description/description.ts';
import { childPlace, descend, itemPlaces, type Place, sectionPlace } from '#core/openapi/place.ts';
import { readReference } from '#core/openapi/read/read-reference.ts';
import { parsePointer } from '#core/openapi/reference/reference-target.ts';
import { pointerOf } from '#core/openapi/view.ts';
import type { TreeSection } from '#core/tree/section.ts';
import { findString } from '#core/tree/tree.ts';

const known = new WeakMap<TreeSection, readonly string[]>();

/** The ids of operations in sections, in their order. */
export function* idsOf(sections: readonly TreeSection[]): Iterable<string> {
  for (const section of sections) yield* idsIn(section);
}

/** The ids of the operations in a section: only those that hold the word are looked into. */
function idsIn(section: TreeSection): readonly string[] {
  const before = known.get(section);
  if (before !== undefined) return before;
  const ids = section.text.includes('operationId')
    ? openApiNames(section).operationIds.map(({ name }) => name.value)
    : [];
  known.set(section, ids);
  return ids;
}

/** An operation as a link names it. */
export interface NamedOperation {
  readonly id: string | undefined;
  readonly reference: string | undefined;
}

/** The names of its parameters: with their place where the name alone does not tell (OpenAPI 3.x “Link Object”). */
export function parametersOf(operation: NamedOperation, description: Description): readonly string[] {
  const place = placeOf(operation, description);
  const item = place && placeAbove(place);
  const holders = [place, item].filter((holder) => holder !== undefined);
  const all = holders.flatMap((holder) => parametersIn(holder, description));
  const named = [...new Map(all.map((each) => [`${each.in} ${each.name}`, each])).values()];
  const isAmbiguous = (name: string) => named.filter((other) => other.name === name).length > 1;
  return named.map((each) => (isAmbiguous(each.name) ? `${each.in}.${each.name}` : each.name));
}

function placeOf({ id, reference }: NamedOperation, description: Description): Place | undefined {
  if (reference?.startsWith('#/')) return description.placeAt(parsePointer(reference.slice(1)));
  if (id === undefined) return undefined;
  for (const { sections } of description.files.values()) {
    for (const section of sections) {
      const declared = idsIn(section).includes(id) ? openApiNames(section).operationIds : [];
      const found = declared.find(({ name }) => name.value === id);
      if (found !== undefined) return found.owner;
    }
  }
  return undefined;
}

interface NamedParameter {
  readonly name: string;
  readonly in: string;
}

function parametersIn(holder: Place, description: Description): readonly NamedParameter[] {
  return itemPlaces(childPlace(holder, 'parameters')).flatMap((item) => {
    const reference = readReference(item, 'openapi.parameter');
    const tree = reference === undefined ? item.tree : description.firstPlace(reference)?.tree;
    const [name, place] = [findString(tree, 'name')?.value, findString(tree, 'in')?.value];
    return name === undefined || place === undefined ? [] : [{ name, in: place }];
  });
}

/** What holds a place, where that is in the same section. */
function placeAbove({ location }: Place): Place | undefined {
  const { section } = location;
  const steps = pointerOf(location).slice(section.pointer.length);
  const own = steps.length === 0 ? undefined : sectionPlace(section);
  return own && descend(own, steps.slice(0, -1));
}
