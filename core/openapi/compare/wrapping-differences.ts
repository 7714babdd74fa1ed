import { branchKey } from '#core/openapi/compare/branch-key.ts';
import type { SchemaDifference } from '#core/openapi/compare/difference.ts';
import { isNullSchema } from '#core/openapi/compare/null-schema.ts';
import { type SchemaPair, saidSpan } from '#core/openapi/compare/schema-pair.ts';
import { SchemaShape } from '#core/openapi/compare/schema-shape.ts';
import type { ComparedScopes } from '#core/openapi/compare/step.ts';
import { keywordsOf } from '#core/openapi/compare/telling-keywords.ts';

/**
 * What came of a schema around which branches were put, or taken away; undefined where that is not so. Where it is one of them the others
 * are new, or gone; of others nobody can tell more than their types.
 */
export function wrappingDifferences(
  pair: SchemaPair,
  types: readonly SchemaDifference[],
  { before, after }: ComparedScopes,
): readonly SchemaDifference[] | undefined {
  const [former, now] = [pair.before.shape, pair.after.shape];
  if (former.isUnion === now.isUnion || former.allBranches.length * now.allBranches.length > 0) return undefined;
  const [alone, union] = now.isUnion ? [former, now] : [now, former];
  if (!now.isUnion && alone.allBranches.length > 0) return undefined;
  const [ownScope, scope] = now.isUnion ? [before, after] : [after, before];
  const keyword = union.branches('oneOf').length > 0 ? 'oneOf' : 'anyOf';
  const places = [saidSpan(now.said(keyword)[0]), saidSpan(former.said(keyword)[0])] as const;
  const own = branchKey(alone.schema, ownScope);
  const branches = union.allBranches.filter((branch) => !isNullSchema(scope.resolve(branch)));
  const others = branches.filter((branch) => branchKey(branch, scope) !== own);
  if (others.length < branches.length) {
    const isTaken = pair.isText && isAnyText(alone) && others.every((branch) => isSimple(scope.resolve(branch), scope));
    if (isTaken && !now.isUnion) return [];
    const ofNull = types.filter(({ what }) => what === 'null');
    if (others.length === 0) return ofNull;
    const count = String(others.length);
    return [
      ...ofNull,
      now.isUnion
        ? pair.difference({ what: 'branch', effect: 'widened', name: keyword, after: count }, ...places)
        : pair.difference({ what: 'branch', effect: 'narrowed', name: keyword, before: count }, ...places),
    ];
  }
  if (types.some(({ what }) => what === 'type')) return types;
  return [...types, pair.difference({ what: 'other', effect: 'unknown', name: keyword }, ...places)];
}

function isAnyText({ schema }: SchemaShape): boolean {
  return schema.types.includes('string') && keywordsOf(schema.tree).every((name) => name === 'type');
}

function isSimple(schema: SchemaShape['schema'] | undefined, scope: ComparedScopes['before']): boolean {
  const types = schema && new SchemaShape(schema, scope).types;
  return types !== undefined && !types.has('array') && !types.has('object');
}
