import type { OpenApiNode, OrReference, Part, Schema, SchemaProperty } from '#core/openapi/model.ts';
import type { Scope } from '#core/rule.ts';
import { findString, findValue, type TreeNode } from '#core/tree/tree.ts';
import { foundFor } from '#core/work/found-for.ts';
import { NotUnderstood } from '#core/work/understood.ts';

/** A property together with the schema that writes it: the asked one, or one of those its `allOf` includes. */
export interface OwnedProperty extends SchemaProperty {
  readonly owner: Schema;
}

/** All properties of a schema, through `allOf` and `$ref`; where a name is written twice, both are listed. */
export function propertiesOf(schema: OrReference<Schema>, scope: Pick<Scope, 'resolve'>): readonly OwnedProperty[] {
  const whole = scope.resolve(schema);
  if (whole === undefined) return [];
  return foundOfShared(propertiesOf, whole, scope, () =>
    combinedSchemas(whole, scope).flatMap((owner) =>
      ownProperties(owner, scope).map(({ name, schema: written }) => ({ name, schema: written, owner })),
    ),
  );
}

/** True where all that a schema includes is known, and nothing is a matter of choice. */
export function isWhole(schema: OrReference<Schema>, scope: Pick<Scope, 'resolve'>): boolean {
  return combinedSchemas(schema, scope).every(
    ({ allOf, oneOf, anyOf }) =>
      oneOf.length === 0 && anyOf.length === 0 && allOf.every((part) => scope.resolve(part) !== undefined),
  );
}

/** What is found out of a schema; of one that is a section of its own, which many may refer to, once for all of them. */
export function foundOfShared<T>(kind: object, schema: Schema, scope: Pick<Scope, 'resolve'>, find: () => T): T {
  return schema.location.parent === undefined ? foundFor(scope, kind, schema, find) : find();
}

/** The properties one schema writes itself, also where a `$ref` stands in place of the map. */
export function ownProperties(schema: Schema, scope: Pick<Scope, 'resolve'>): readonly SchemaProperty[] {
  if (schema.propertiesReference === undefined) return schema.properties;
  const entries = scope.resolve<Part>(schema.propertiesReference)?.entries ?? [];
  const elsewhere = entries.flatMap(({ name, node }) =>
    name !== undefined && isSchema(node) ? [{ name, schema: node }] : [],
  );
  return [...schema.properties, ...elsewhere];
}

function isSchema(node: OpenApiNode): node is OrReference<Schema> & OpenApiNode {
  return node.kind === 'openapi.schema' || (node.kind === 'openapi.reference' && node.to === 'openapi.schema');
}

/** The names of all properties a schema requires, through `allOf` and `$ref`; not known where a `$ref` stands in place of a list of them. */
export function requiredNames(schema: OrReference<Schema>, scope: Pick<Scope, 'resolve'>): ReadonlySet<string> {
  const parts = combinedSchemas(schema, scope);
  if (parts.some(({ tree }) => findString(findValue(tree, 'required'), '$ref') !== undefined))
    throw new NotUnderstood();
  return new Set(parts.flatMap(({ required }) => required.map(({ value }) => value)));
}

/** So many schemas may one be made of. Real ones are made of 30 at most; of more nobody says anything. */
const mostCombined = 200;

/** The schema and all schemas it includes through `allOf`, each once, `$ref`s followed; ends also where they form a circle. */
export function combinedSchemas(schema: OrReference<Schema>, scope: Pick<Scope, 'resolve'>): readonly Schema[] {
  const whole = scope.resolve(schema);
  if (whole === undefined) return [];
  if (whole.allOf.length === 0) return [whole];
  return foundOfShared(combinedSchemas, whole, scope, () => combine(whole, scope));
}

function combine(schema: Schema, scope: Pick<Scope, 'resolve'>): readonly Schema[] {
  const seen = new Set<TreeNode>();
  const found: Schema[] = [];
  const pending: OrReference<Schema>[] = [schema];
  for (let part = pending.pop(); part !== undefined; part = pending.pop()) {
    const resolved = scope.resolve(part);
    if (resolved === undefined || seen.has(resolved.tree)) continue;
    seen.add(resolved.tree);
    found.push(resolved);
    if (found.length + resolved.allOf.length > mostCombined) throw new NotUnderstood();
    for (let index = resolved.allOf.length - 1; index >= 0; index--) {
      const inner = resolved.allOf[index];
      if (inner !== undefined) pending.push(inner);
    }
  }
  return found;
}
