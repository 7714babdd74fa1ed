import { branchDifferences } from '#core/openapi/compare/branch-differences.ts';
import { isClosed } from '#core/openapi/compare/closed-tree.ts';
import type { SchemaDifference } from '#core/openapi/compare/difference.ts';
import { keywordDifferences } from '#core/openapi/compare/keyword-differences.ts';
import { type Level, propertyDifferences } from '#core/openapi/compare/property-differences.ts';
import { SchemaPair } from '#core/openapi/compare/schema-pair.ts';
import { SchemaShape } from '#core/openapi/compare/schema-shape.ts';
import type { ComparedScopes, Step } from '#core/openapi/compare/step.ts';
import { isDisjoint, typeDifferences } from '#core/openapi/compare/type-differences.ts';
import { unwrappedSchema } from '#core/openapi/compare/unwrapped-schema.ts';
import { wrappingDifferences } from '#core/openapi/compare/wrapping-differences.ts';
import type { OrReference, Schema } from '#core/openapi/model.ts';
import type { TreeNode } from '#core/tree/tree.ts';

/**
 * What two versions of a schema say differently of values, `allOf` merged, the three spellings of null read as one, in and below it as
 * far as the components that bear the same name in both: those are compared by themselves. What leads nowhere is not compared.
 */
export function schemaDifferences(
  before: OrReference<Schema>,
  after: OrReference<Schema>,
  scopes: ComparedScopes,
  isText = false,
): readonly SchemaDifference[] {
  const found: SchemaDifference[] = [];
  const seen = new Map<TreeNode, Set<TreeNode>>();
  const pending: Step[] = [{ before, after, path: [], isReadOnly: false, isWriteOnly: false, isText }];
  for (let step = pending.pop(); step !== undefined; step = pending.pop()) {
    const pair = pairOf(step, scopes);
    if (pair === undefined || (step.path.length > 0 && isComparedByItself(pair)) || isSeen(pair, seen)) continue;
    const { differences, inner } = levelOf(pair, scopes);
    for (const difference of differences) found.push(difference);
    for (const next of [...inner].reverse()) pending.push({ ...next, ...flagsOf(pair) });
  }
  return found;
}

/** What differs at one level. Of values of another type, or of branches, all else is another matter. */
function levelOf(pair: SchemaPair, scopes: ComparedScopes): Level {
  const types = [...typeDifferences(pair)];
  if (isDisjoint(pair)) return { differences: types, inner: [] };
  const wrapped = wrappingDifferences(pair, types, scopes);
  if (wrapped !== undefined) return { differences: wrapped, inner: [] };
  const properties = propertyDifferences(pair);
  const branches = branchDifferences(pair, scopes);
  return {
    differences: [...types, ...keywordDifferences(pair), ...properties.differences, ...branches.differences],
    inner: [...properties.inner, ...branches.inner],
  };
}

function flagsOf({ isReadOnly, isWriteOnly, isText }: SchemaPair): Pick<Step, 'isReadOnly' | 'isWriteOnly' | 'isText'> {
  return { isReadOnly, isWriteOnly, isText };
}

function pairOf(step: Step, scopes: ComparedScopes): SchemaPair | undefined {
  const [before, after] = [unwrappedSchema(step.before, scopes.before), unwrappedSchema(step.after, scopes.after)];
  if (before === undefined || after === undefined) return undefined;
  const { tree } = after.schema;
  if (before.schema.tree === tree && isClosed(tree)) return undefined;
  return new SchemaPair(
    { shape: new SchemaShape(before.schema, scopes.before), isNullable: before.isNullable },
    { shape: new SchemaShape(after.schema, scopes.after), isNullable: after.isNullable },
    step,
  );
}

/** True for a component that has the same name in both versions. */
function isComparedByItself({ before, after }: SchemaPair): boolean {
  const [former, now] = [before.shape.schema, after.shape.schema];
  return former.role === 'component' && now.role === 'component' && former.name?.value === now.name?.value;
}

function isSeen({ before, after }: SchemaPair, seen: Map<TreeNode, Set<TreeNode>>): boolean {
  const known = seen.get(before.shape.schema.tree) ?? new Set<TreeNode>();
  seen.set(before.shape.schema.tree, known);
  const isKnown = known.has(after.shape.schema.tree);
  known.add(after.shape.schema.tree);
  return isKnown;
}
