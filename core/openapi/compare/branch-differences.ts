import type { SchemaDifference } from '#core/openapi/compare/difference.ts';
import { isNullSchema } from '#core/openapi/compare/null-schema.ts';
import { pairBranches } from '#core/openapi/compare/pair-branches.ts';
import type { Level } from '#core/openapi/compare/property-differences.ts';
import { type SchemaPair, saidSpan } from '#core/openapi/compare/schema-pair.ts';
import type { ComparedScopes } from '#core/openapi/compare/step.ts';
import type { OrReference, Schema } from '#core/openapi/model.ts';
import type { Scope } from '#core/rule.ts';

/** Branches that are gone, or new; null is told with the types. */
export function branchDifferences(pair: SchemaPair, scopes: ComparedScopes): Level {
  const differences: SchemaDifference[] = [];
  const inner: Level['inner'][number][] = [];
  for (const [keyword, former, now] of keywordPairs(pair)) {
    const places = [saidSpan(pair.after.shape.said(keyword)[0]), saidSpan(pair.before.shape.said(keyword)[0])] as const;
    if (former.length === 0 || now.length === 0) {
      if (former.length + now.length > 0)
        differences.push(pair.difference({ what: 'other', effect: 'unknown', name: keyword }, ...places));
      continue;
    }
    const isNullTold = pair.before.shape.types !== undefined && pair.after.shape.types !== undefined;
    const told = (branches: readonly OrReference<Schema>[], scope: Pick<Scope, 'resolve'>) =>
      isNullTold ? branches.filter((branch) => !isNullSchema(scope.resolve(branch))) : branches;
    const { changed, gone, added } = pairBranches(told(former, scopes.before), told(now, scopes.after), scopes);
    for (const { before, after } of changed) inner.push({ before, after, path: [...pair.path, keyword] });
    differences.push(...countDifferences(pair, keyword, gone.length, added.length));
  }
  return { differences, inner };
}

type Keyword = 'oneOf' | 'anyOf';

/** The branches of both versions by their keyword; one that has its branches under the other keyword now is compared with those. */
function keywordPairs({
  before,
  after,
}: SchemaPair): readonly (readonly [Keyword, readonly OrReference<Schema>[], readonly OrReference<Schema>[]])[] {
  if (before.shape.isUnion && after.shape.isUnion)
    return [
      [after.shape.branches('oneOf').length > 0 ? 'oneOf' : 'anyOf', before.shape.allBranches, after.shape.allBranches],
    ];
  return (['oneOf', 'anyOf'] as const).map((keyword) => [
    keyword,
    before.shape.branches(keyword),
    after.shape.branches(keyword),
  ]);
}

function* countDifferences(
  pair: SchemaPair,
  keyword: Keyword,
  gone: number,
  added: number,
): Iterable<SchemaDifference> {
  const places = [saidSpan(pair.after.shape.said(keyword)[0]), saidSpan(pair.before.shape.said(keyword)[0])] as const;
  if (gone > 0)
    yield pair.difference({ what: 'branch', effect: 'narrowed', name: keyword, before: String(gone) }, ...places);
  if (added > 0)
    yield pair.difference({ what: 'branch', effect: 'widened', name: keyword, after: String(added) }, ...places);
}
