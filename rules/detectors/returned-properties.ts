import { successResponses } from '#core/openapi/documented-responses.ts';
import { isJsonMediaType } from '#core/openapi/media-type-name.ts';
import type { Operation, OrReference, Schema, SchemaProperty } from '#core/openapi/model.ts';
import type { Scope } from '#core/rule.ts';
import type { TreeNode } from '#core/tree/tree.ts';

/** A property with the schema that writes it. */
export interface ReturnedProperty extends SchemaProperty {
  readonly owner: Schema;
}

/** Every property of the JSON bodies of an operation's success responses, however deep; `writeOnly` parts are left out. */
export function returnedProperties(operation: Operation, scope: Pick<Scope, 'resolve'>): readonly ReturnedProperty[] {
  const seen = new Set<TreeNode>();
  const found: ReturnedProperty[] = [];
  const pending: OrReference<Schema>[] = bodySchemas(operation, scope);
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const owner = scope.resolve(next);
    if (owner === undefined || owner.writeOnly || seen.has(owner.tree)) continue;
    seen.add(owner.tree);
    for (const { name, schema } of owner.properties) found.push({ name, schema, owner });
    pending.push(...partsOf(owner));
  }
  return found;
}

function bodySchemas(operation: Operation, scope: Pick<Scope, 'resolve'>): OrReference<Schema>[] {
  return successResponses(operation).flatMap(({ response }) =>
    (scope.resolve(response)?.content ?? [])
      .filter(({ name }) => isJsonMediaType(name.value))
      .flatMap(({ schema }) => schema ?? []),
  );
}

function partsOf({ properties, items, allOf, oneOf, anyOf, additionalProperties }: Schema): OrReference<Schema>[] {
  const others = typeof additionalProperties === 'object' ? [additionalProperties] : [];
  return [
    ...properties.map(({ schema }) => schema),
    ...(items ? [items] : []),
    ...allOf,
    ...oneOf,
    ...anyOf,
    ...others,
  ];
}
