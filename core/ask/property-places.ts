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

/** So many schemas are looked into for one property: what includes more is written by a program. */
const mostSchemas = 1_000;

/** In the order a reader meets them: its own, those of its `allOf`, those of what its `$ref` leads to. */
function includedPlaces(schema: Place, { name, follow, seen }: Search): readonly Place[] {
  const found: Place[] = [];
  const open = [schema];
  for (let current = open.pop(); current !== undefined && seen.size < mostSchemas; current = open.pop()) {
    if (seen.has(current.tree)) continue;
    seen.add(current.tree);
    const properties = follow(childPlace(current, 'properties'));
    const own = properties && childPlace(properties, name);
    if (own !== undefined) found.push(own);
    const target = follow(current);
    if (target !== undefined) open.push(target);
    for (const item of itemPlaces(childPlace(current, 'allOf')).toReversed()) open.push(item);
  }
  return found;
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
