import { combinedSchemas, ownProperties } from '#core/openapi/effective/schema-properties.ts';
import type { OrReference, Schema } from '#core/openapi/model.ts';
import { tellingPart } from '#core/openapi/place.ts';
import { readSchema } from '#core/openapi/read/read-schema.ts';
import type { Fault } from '#core/openapi/validate/fault.ts';
import type { Scope } from '#core/rule.ts';
import type { TreeNode } from '#core/tree/tree.ts';
import { ifUnderstood } from '#core/work/understood.ts';
import { allOfConflicts } from '#rules/detectors/openapi/all-of-conflicts.ts';
import { pathTo } from '#rules/detectors/openapi/value-path.ts';
import type { JudgingSchema } from '#rules/detectors/openapi/written-value.ts';

type Resolving = Pick<Scope, 'resolve'>;

/** The faults of a value without those where no value could be right, as its `allOf` demands what nothing meets: that is told there. */
export function withoutImpossible(
  faults: readonly Fault[],
  value: TreeNode,
  { location, tree, context }: JudgingSchema,
  scope: Resolving,
): readonly Fault[] {
  if (faults.length === 0) return faults;
  const schema = readSchema({ location, tree, label: tellingPart(tree) }, context, 'branch');
  return faults.filter((fault) => {
    const steps = pathTo(value, fault.value)?.steps;
    return (
      schema === undefined || steps === undefined || ifUnderstood(() => isImpossible(schema, steps, scope)) !== true
    );
  });
}

/** True where a schema on the way to a value, or that of the value itself, takes none. */
function isImpossible(schema: OrReference<Schema>, steps: readonly string[], scope: Resolving): boolean {
  let parts = partsOf([schema], scope);
  for (const step of [...steps, undefined]) {
    const conflicts = parts.flatMap((part) => allOfConflicts(part, scope));
    if (conflicts.some(({ property }) => property === undefined || property.value === step)) return true;
    if (step !== undefined)
      parts = partsOf(
        parts.flatMap((part) => [...schemasAt(part, step, scope)]),
        scope,
      );
  }
  return false;
}

/** The schemas and what their `allOf` includes, each once. */
function partsOf(schemas: readonly OrReference<Schema>[], scope: Resolving): readonly Schema[] {
  const parts = schemas.flatMap((schema) => combinedSchemas(schema, scope));
  return [...new Map(parts.map((part) => [part.tree, part])).values()];
}

function* schemasAt(schema: Schema, step: string, scope: Resolving): Iterable<OrReference<Schema>> {
  for (const property of ownProperties(schema, scope)) if (property.name.value === step) yield property.schema;
  if (/^\d+$/.test(step) && schema.items !== undefined) yield schema.items;
}
