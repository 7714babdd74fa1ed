import { successResponses } from '#core/openapi/effective/documented-responses.ts';
import { isJsonMediaType } from '#core/openapi/effective/media-type-name.ts';
import type { Operation, OrReference, ResponseEntry, Schema } from '#core/openapi/model.ts';
import type { Reference } from '#core/openapi/view.ts';
import type { Scope } from '#core/rule.ts';
import type { TreeNode } from '#core/tree/tree.ts';
import { documentedErrors } from '#rules/detectors/openapi/documented-errors.ts';

/**
 * A schema with all that is written within it, `$ref`s not followed. Parts that are `writeOnly` are left out, itself
 * included.
 */
export interface SchemaClosure {
  readonly schemas: readonly Schema[];
  readonly references: readonly Reference<'openapi.schema'>[];
}

/** The schemas of the JSON bodies of an operation's success responses, `$ref`s followed however deep, each with what is within it. */
export function returnedSchemas(operation: Operation, scope: Pick<Scope, 'resolve'>): Iterable<SchemaClosure> {
  return schemasWithin(bodySchemas(successResponses(operation), scope), scope);
}

/** The same of its error responses: what a shared one holds is told for each operation that answers it. */
export function errorSchemas(operation: Operation, scope: Pick<Scope, 'resolve'>): Iterable<SchemaClosure> {
  return schemasWithin(bodySchemas(documentedErrors(operation), scope), scope);
}

function* schemasWithin(start: OrReference<Schema>[], scope: Pick<Scope, 'resolve'>): Iterable<SchemaClosure> {
  const seen = new Set<TreeNode>();
  const pending = start;
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const schema = scope.resolve(next);
    if (schema === undefined || seen.has(schema.tree)) continue;
    seen.add(schema.tree);
    const closure = next === schema ? readClosure(schema) : closureOf(schema);
    yield closure;
    for (const reference of closure.references) pending.push(reference);
  }
}

function bodySchemas(responses: readonly ResponseEntry[], scope: Pick<Scope, 'resolve'>): OrReference<Schema>[] {
  return responses.flatMap(({ response }) =>
    (scope.resolve(response)?.content ?? [])
      .filter(({ name }) => isJsonMediaType(name.value))
      .flatMap(({ schema }) => schema ?? []),
  );
}

/** Many operations return the same component: it is looked through once. */
const closures = new WeakMap<Schema, SchemaClosure>();

function closureOf(schema: Schema): SchemaClosure {
  const known = closures.get(schema) ?? readClosure(schema);
  closures.set(schema, known);
  return known;
}

function readClosure(root: Schema): SchemaClosure {
  const schemas: Schema[] = [];
  const references: Reference<'openapi.schema'>[] = [];
  const add = (part: OrReference<Schema>): void => {
    if (part.kind === 'openapi.reference') references.push(part);
    else if (!part.writeOnly) {
      schemas.push(part);
      for (const inner of partsOf(part)) add(inner);
    }
  };
  add(root);
  return { schemas, references };
}

function partsOf({ properties, items, allOf, oneOf, anyOf, additionalProperties }: Schema): OrReference<Schema>[] {
  const rest = typeof additionalProperties === 'object' ? [additionalProperties] : [];
  return [...properties.map(({ schema }) => schema), ...(items ? [items] : []), ...allOf, ...oneOf, ...anyOf, ...rest];
}
