import type { OrReference, Schema } from '#core/openapi/model.ts';
import { childPlace, entryPlaces, type NamedPlace } from '#core/openapi/place.ts';
import { noNaming, ReferenceView } from '#core/openapi/read/read-reference.ts';
import { fileStem, targetName } from '#core/openapi/reference/target-name.ts';
import type { Reference } from '#core/openapi/view.ts';
import type { Scope } from '#core/rule.ts';
import type { Located } from '#core/text/span.ts';
import type { TreeNode } from '#core/tree/tree.ts';

/** An entry of a discriminator's mapping, and what it seems to name. */
export interface MappedSchema {
  readonly place: NamedPlace;
  readonly target: Located<string>;
  /** The value as a reference; what it names by a component's name is not among the references. */
  readonly reference: Reference<'openapi.schema'>;
  /** True for what may only be the name of a component (OpenAPI 3.x “Discriminator Object”). */
  readonly isName: boolean;
}

/** The mapping of a schema's discriminator; none in 2.0, which has none. */
export function mappedSchemas(schema: Schema): readonly MappedSchema[] {
  const discriminator = childPlace(schema, 'discriminator');
  const mapping = discriminator && childPlace(discriminator, 'mapping');
  return entryPlaces(mapping).flatMap((place) => mappedAt(place) ?? []);
}

/** What a discriminator of 3.2 says of values without its property; undefined where it says nothing. */
export function defaultMapping(schema: Schema): MappedSchema | undefined {
  const discriminator = childPlace(schema, 'discriminator');
  const place = discriminator && childPlace(discriminator, 'defaultMapping');
  return place && mappedAt(place);
}

function mappedAt(place: NamedPlace): MappedSchema | undefined {
  const { tree } = place;
  if (tree.kind !== 'scalar' || typeof tree.value !== 'string') return undefined;
  const target = { value: tree.value, span: tree.span };
  const reference = new ReferenceView(place, 'openapi.schema', target, noNaming);
  return { place, target, reference, isName: /^[\w.-]+$/.test(tree.value) };
}

/** What an entry leads to: the component of the name, or else what the reference says. */
export function mappedSchema({ target, reference, isName }: MappedSchema, scope: Scope): Schema | undefined {
  const named = isName ? scope.find('openapi.schema', target.value) : undefined;
  return named ?? scope.resolve<Schema>(reference);
}

/** The branches of a schema, and what they consist of; undefined where some of it is not known. */
export function branchTrees(
  branches: readonly OrReference<Schema>[],
  scope: Pick<Scope, 'resolve'>,
): ReadonlySet<TreeNode> | undefined {
  const seen = new Set<TreeNode>();
  const pending = [...branches];
  for (let branch = pending.pop(); branch !== undefined; branch = pending.pop()) {
    const schema = scope.resolve(branch);
    if (schema === undefined || seen.size >= mostLookedAt) return undefined;
    if (seen.has(schema.tree)) continue;
    seen.add(schema.tree);
    pending.push(...schema.oneOf, ...schema.anyOf, ...schema.allOf);
  }
  return seen;
}

/** So many schemas are looked at for one. */
const mostLookedAt = 2_000;

/** What the references of a schema's branches end with: keys and names of files, as a bundler calls the components it makes of them. */
export function branchNames({ oneOf, anyOf }: Schema): readonly string[] {
  return branchTargets({ oneOf, anyOf }).flatMap((target) => [targetName(target), fileStem(target)]);
}

/** The references among a schema's branches, as written. */
export function branchTargets({ oneOf, anyOf }: Pick<Schema, 'oneOf' | 'anyOf'>): readonly string[] {
  return [...oneOf, ...anyOf].flatMap((branch) => (branch.kind === 'openapi.reference' ? [branch.target] : []));
}
