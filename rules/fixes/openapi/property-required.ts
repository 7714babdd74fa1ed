import { propertiesOf } from '#core/openapi/effective/schema-properties.ts';
import type { Schema } from '#core/openapi/model.ts';
import { pointerOf } from '#core/openapi/view.ts';
import type { Fix, Scope } from '#core/rule.ts';
import type { TreeChange } from '#core/tree/change.ts';
import { findValue } from '#core/tree/tree.ts';
import type { UntoldVariant } from '#rules/detectors/openapi/discriminator.ts';
import { fixInManyPlaces } from '#rules/fixes/openapi/fix-in-many-places.ts';

/** Requires a property of the variants where it is written; undefined where that is in another file. */
export function propertyRequired(
  schema: Schema,
  name: string,
  variants: readonly UntoldVariant[],
  scope: Scope,
): Fix | undefined {
  const owners = new Set(
    variants.map((variant) => propertiesOf(variant.schema, scope).find((one) => one.name.value === name)?.owner),
  );
  const known = [...owners].filter((owner) => owner !== undefined && owner.section.uri === schema.section.uri);
  const [first, ...others] = known.flatMap((owner) => owner ?? []);
  if (first === undefined || known.length < owners.size || known.length > mostSchemas) return undefined;
  const title = others.length === 0 ? `Require “${name}”` : `Require “${name}” in ${known.length} schemas`;
  return fixInManyPlaces(title, 'review', () => {
    const [change, ...more] = inRequired(first, name);
    return [change, ...more, ...others.flatMap((owner) => inRequired(owner, name))];
  });
}

/** Adds a name to the `required` of a schema, which may have none. Others may do so before: the list keeps theirs, and has each once. */
export function inRequired({ section, location, tree }: Schema, name: string): readonly [TreeChange, ...TreeChange[]] {
  const uri = section.uri;
  const pointer = [...pointerOf(location), 'required'];
  const value = findValue(tree, 'required');
  const append: TreeChange = { kind: 'append', uri, pointer, value: name, ifAbsent: true };
  if (value?.kind === 'list') return [append];
  const set: TreeChange = { kind: 'set', uri, pointer, value: [name], before: ['properties'] };
  return value === undefined ? [{ ...set, ifAbsent: true }, append] : [set];
}

/** Of more nobody looks through what would change. */
const mostSchemas = 200;
