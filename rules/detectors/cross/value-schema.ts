import type { OrReference, Schema } from '#core/openapi/model.ts';
import type { Scope } from '#core/rule.ts';

/** The schema that says which values there are beside null: the property's own, or the one branch that is more than null. */
export function valueSchema(
  written: OrReference<Schema> | undefined,
  scope: Pick<Scope, 'resolve'>,
  depth = 0,
): Schema | undefined {
  const schema = scope.resolve(written);
  if (schema === undefined || depth > deepest) return undefined;
  if (schema.types.some((type) => type !== 'null')) return schema;
  const branches = [...schema.oneOf, ...schema.anyOf, ...schema.allOf];
  if (branches.length === 0) return schema;
  const others = branches.filter((branch) => !isNull(scope.resolve(branch)));
  const [only] = others;
  return others.length === 1 ? valueSchema(only, scope, depth + 1) : undefined;
}

const deepest = 4;

function isNull(schema: Schema | undefined): boolean {
  return schema?.types.length === 1 && schema.types[0] === 'null' && schema.allOf.length === 0;
}

/** Whether null is a value of a schema, in any of its spellings; `unknown` where it is not said. */
export type Nullability = 'nullable' | 'never' | 'unknown';

export function nullabilityOf(
  written: OrReference<Schema> | undefined,
  scope: Pick<Scope, 'resolve'>,
  depth = 0,
): Nullability {
  const schema = scope.resolve(written);
  if (schema === undefined || depth > deepest) return 'unknown';
  const { types, enum: values } = schema;
  if (types.length > 0) return types.includes('null') ? 'nullable' : 'never';
  if (values !== undefined && values.length > 0)
    return values.some(({ value }) => value === null) ? 'nullable' : 'never';
  const choices = [...schema.oneOf, ...schema.anyOf].map((branch) => nullabilityOf(branch, scope, depth + 1));
  if (choices.includes('nullable')) return 'nullable';
  const parts = schema.allOf.map((branch) => nullabilityOf(branch, scope, depth + 1));
  if (parts.includes('never') || (choices.length > 0 && choices.every((one) => one === 'never'))) return 'never';
  return parts.length > 0 && parts.every((one) => one === 'nullable') ? 'nullable' : 'unknown';
}
