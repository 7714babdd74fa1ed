import {
  combinedSchemas,
  foundOfShared,
  type OwnedProperty,
  propertiesOf,
} from '#core/openapi/effective/schema-properties.ts';
import type { Schema } from '#core/openapi/model.ts';
import type { Scope } from '#core/rule.ts';
import { findEntry } from '#core/tree/tree.ts';
import { hasProblemMembers } from '#rules/detectors/openapi/error-schema.ts';

/** The members of a problem and their types in JSON (RFC 9457 §3.1). */
export const problemMembers: ReadonlyMap<string, 'string' | 'integer'> = new Map([
  ['type', 'string'],
  ['title', 'string'],
  ['status', 'integer'],
  ['detail', 'string'],
  ['instance', 'string'],
]);

/** What everybody looks for in a problem: who it is and what went wrong. `instance` is rarely there. */
const usual = ['type', 'title', 'status', 'detail'];

/** What a schema says of the members of a problem. */
export interface ProblemShape {
  /** Of those that are usual; none where there are enough to read it. */
  readonly missing: readonly string[];
  readonly mistyped: readonly MistypedMember[];
}

export interface MistypedMember {
  readonly property: OwnedProperty;
  readonly name: string;
  readonly types: readonly string[];
  readonly wanted: 'string' | 'integer';
}

/** Undefined where it is not known what members there are: a choice, a part that leads nowhere, nothing that is described. */
export function problemShape(schema: Schema, scope: Pick<Scope, 'resolve'>): ProblemShape | undefined {
  return foundOfShared(problemShape, schema, scope, () => readShape(schema, scope));
}

function readShape(schema: Schema, scope: Pick<Scope, 'resolve'>): ProblemShape | undefined {
  const parts = combinedSchemas(schema, scope);
  if (parts.some((part) => isOpen(part, scope))) return undefined;
  const properties = propertiesOf(schema, scope);
  if (properties.length === 0) return undefined;
  const names = new Set(properties.map(({ name }) => name.value));
  const mistyped = properties.flatMap((property) => {
    const wanted = problemMembers.get(property.name.value);
    const types = wanted && (scope.resolve(property.schema)?.types.filter((type) => type !== 'null') ?? []);
    return wanted === undefined || types === undefined || fits(types, wanted)
      ? []
      : [{ property, name: property.name.value, types, wanted }];
  });
  const isOne = hasProblemMembers([...names]);
  return { missing: isOne ? [] : usual.filter((name) => !names.has(name)), mistyped };
}

/** A number may be a whole one. */
function fits(types: readonly string[], wanted: string): boolean {
  return types.length === 0 || types.includes(wanted) || (wanted === 'integer' && types.includes('number'));
}

function isOpen({ tree, oneOf, anyOf, allOf, types }: Schema, scope: Pick<Scope, 'resolve'>): boolean {
  if (oneOf.length + anyOf.length > 0 || findEntry(tree, 'patternProperties') !== undefined) return true;
  if (types.length > 0 && !types.includes('object')) return true;
  return allOf.some((part) => scope.resolve(part) === undefined);
}
