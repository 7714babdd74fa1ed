import type { Schema } from '#core/openapi/model.ts';
import type { Scope } from '#core/rule.ts';
import { findValue } from '#core/tree/tree.ts';
import { listedValues } from '#rules/detectors/cross/enum-drift.ts';

/** The texts that a value may be, and how the schema lists them. */
export interface ValueList {
  readonly keyword: 'enum' | 'oneOf' | 'anyOf';
  readonly values: readonly string[];
  /** How another is listed: as itself, as `const` alone; `told` where each is explained beside, which nobody can make up. */
  readonly form: 'value' | 'constant' | 'told';
}

/** The list of an `enum`, or of branches that are one constant each; undefined for anything else, and for what is said to be open. */
export function valueListOf(schema: Schema, scope: Pick<Scope, 'resolve'>): ValueList | undefined {
  if (schema.enum !== undefined) {
    const values = listedValues(schema);
    return values && { keyword: 'enum', values, form: 'value' };
  }
  return constantsUnder('oneOf', schema, scope) ?? constantsUnder('anyOf', schema, scope);
}

function constantsUnder(
  keyword: 'oneOf' | 'anyOf',
  schema: Schema,
  scope: Pick<Scope, 'resolve'>,
): ValueList | undefined {
  const branches = schema[keyword].map((branch) => scope.resolve(branch));
  const others = branches.filter((branch) => branch?.types.length !== 1 || branch.types[0] !== 'null');
  const values = others.flatMap((branch) => constantOf(branch) ?? []);
  if (values.length < 2 || values.length !== others.length) return undefined;
  const isBare = others.every((branch) => branch?.tree.kind === 'map' && branch.tree.entries.length === 1);
  return { keyword, values, form: isBare ? 'constant' : 'told' };
}

function constantOf(schema: Schema | undefined): string | undefined {
  const value = findValue(schema?.tree, 'const');
  return value?.kind === 'scalar' && typeof value.value === 'string' ? value.value : undefined;
}
