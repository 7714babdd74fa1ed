import type { OrReference, Schema, SchemaProperty } from '#core/openapi/model.ts';
import type { Scope } from '#core/rule.ts';
import type { TreeNode } from '#core/tree/tree.ts';

/** A property together with the schema that writes it: the asked one, or one of those its `allOf` includes. */
export interface OwnedProperty extends SchemaProperty {
  readonly owner: Schema;
}

/** All properties of a schema, through `allOf` and `$ref`; where a name is written twice, both are listed. */
export function propertiesOf(schema: OrReference<Schema>, scope: Pick<Scope, 'resolve'>): readonly OwnedProperty[] {
  return combinedSchemas(schema, scope).flatMap((owner) =>
    owner.properties.map(({ name, schema: written }) => ({ name, schema: written, owner })),
  );
}

/** The names of all properties a schema requires, through `allOf` and `$ref`. */
export function requiredNames(schema: OrReference<Schema>, scope: Pick<Scope, 'resolve'>): ReadonlySet<string> {
  return new Set(combinedSchemas(schema, scope).flatMap(({ required }) => required.map(({ value }) => value)));
}

/** The schema and all schemas it includes through `allOf`, each once, `$ref`s followed; ends also where they form a circle. */
export function combinedSchemas(schema: OrReference<Schema>, scope: Pick<Scope, 'resolve'>): readonly Schema[] {
  const seen = new Set<TreeNode>();
  const found: Schema[] = [];
  const add = (part: OrReference<Schema>): void => {
    const resolved = scope.resolve(part);
    if (resolved === undefined || seen.has(resolved.tree)) return;
    seen.add(resolved.tree);
    found.push(resolved);
    resolved.allOf.forEach(add);
  };
  add(schema);
  return found;
}
