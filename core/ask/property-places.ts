import { childPlace, descend, itemPlaces, type Place, sectionPlace } from '#core/openapi/place.ts';
import type { Location } from '#core/openapi/view.ts';
import type { TreeNode } from '#core/tree/tree.ts';

/** Goes through `$ref`s to their end; undefined where they lead nowhere. */
type Follow = (place: Place | undefined) => Place | undefined;

/**
 * Where a schema says what a property of it is: in itself and in what its `allOf` and `$ref` include, else in each of its
 * alternatives, else in the schema it is a part of, as the branches of an `anyOf` that each require another property are.
 */
export function propertyPlaces(schema: Place, name: string, follow: Follow): readonly Place[] {
  const seen = new Set<TreeNode>();
  for (let current: Place | undefined = schema; current !== undefined; current = schemaAround(current)) {
    const search = { name, follow, seen };
    const own = includedPlaces(current, search);
    const found = own.length > 0 ? own : alternativesOf(current).flatMap((each) => includedPlaces(each, search));
    if (found.length > 0) return found;
  }
  return [];
}

interface Search {
  readonly name: string;
  readonly follow: Follow;
  readonly seen: Set<TreeNode>;
}

function includedPlaces(schema: Place | undefined, search: Search): readonly Place[] {
  if (schema === undefined || search.seen.has(schema.tree)) return [];
  search.seen.add(schema.tree);
  const properties = search.follow(childPlace(schema, 'properties'));
  const own = properties && childPlace(properties, search.name);
  const target = search.follow(schema);
  const all = itemPlaces(childPlace(schema, 'allOf'));
  if (own !== undefined && target === schema && all.length === 0) return [own];
  const included = all.flatMap((item) => includedPlaces(item, search));
  return [...(own === undefined ? [] : [own]), ...included, ...includedPlaces(target, search)];
}

function alternativesOf(schema: Place): readonly Place[] {
  return ['oneOf', 'anyOf'].flatMap((key) => itemPlaces(childPlace(schema, key)));
}

const branches = new Set(['allOf', 'oneOf', 'anyOf']);
const parts = new Set(['not', 'if', 'then', 'else']);

/** The schema that a schema is a branch of. */
function schemaAround({ location }: Place): Place | undefined {
  const { parent } = location;
  if (parent === undefined) return undefined;
  if (parts.has(location.key)) return placeOf(parent);
  return branches.has(parent.key) && parent.parent !== undefined ? placeOf(parent.parent) : undefined;
}

function placeOf(location: Location): Place | undefined {
  const steps: string[] = [];
  for (let at = location; at.parent !== undefined; at = at.parent) steps.push(at.key);
  const root = sectionPlace(location.section);
  return root && descend(root, steps.reverse());
}
