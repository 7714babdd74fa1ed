import { successResponses } from '#core/openapi/documented-responses.ts';
import { isJsonMediaType } from '#core/openapi/media-type-name.ts';
import type { Operation, OrReference, Schema } from '#core/openapi/model.ts';
import type { Scope } from '#core/rule.ts';
import type { TreeNode } from '#core/tree/tree.ts';

/** Every schema within the JSON bodies of an operation's success responses, however deep; `writeOnly` parts are left out. */
export function returnedSchemas(operation: Operation, scope: Pick<Scope, 'resolve'>): ReadonlySet<Schema> {
  const seen = new Set<TreeNode>();
  const found = new Set<Schema>();
  const pending: OrReference<Schema>[] = bodySchemas(operation, scope);
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const schema = scope.resolve(next);
    if (schema === undefined || schema.writeOnly || seen.has(schema.tree)) continue;
    seen.add(schema.tree);
    found.add(schema);
    pending.push(...partsOf(schema));
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
