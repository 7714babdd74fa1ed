import { isNullSchema } from '#core/openapi/compare/null-schema.ts';
import type { OrReference, Schema } from '#core/openapi/model.ts';
import type { Scope } from '#core/rule.ts';

/** A schema without what is only around it. */
export interface UnwrappedSchema {
  readonly schema: Schema;
  /** True where null stands beside it as a branch of its own. */
  readonly isNullable: boolean;
}

/**
 * What a schema comes to, `$ref`s followed: the one branch of a `oneOf` or `anyOf` beside which there is at most null. Undefined
 * where it leads nowhere.
 */
export function unwrappedSchema(
  schema: OrReference<Schema>,
  scope: Pick<Scope, 'resolve'>,
  depth = 0,
): UnwrappedSchema | undefined {
  const resolved = scope.resolve(schema);
  if (resolved === undefined || depth > deepest) return undefined;
  const branches = [...resolved.oneOf, ...resolved.anyOf];
  if (branches.length === 0 || branches.length > 2 || resolved.properties.length > 0)
    return { schema: resolved, isNullable: false };
  const others = branches.filter((branch) => !isNullSchema(scope.resolve(branch)));
  const [only] = others;
  if (only === undefined || others.length > 1) return { schema: resolved, isNullable: false };
  const inner = unwrappedSchema(only, scope, depth + 1);
  return inner && { schema: inner.schema, isNullable: inner.isNullable || branches.length > 1 };
}

/** No one wraps deeper; a circle ends here. */
const deepest = 8;
