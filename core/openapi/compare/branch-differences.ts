import type { SchemaDifference } from '#core/openapi/compare/difference.ts';
import type { Level } from '#core/openapi/compare/property-differences.ts';
import { type SchemaPair, saidSpan } from '#core/openapi/compare/schema-pair.ts';
import type { ComparedScopes } from '#core/openapi/compare/step.ts';
import type { OrReference, Schema } from '#core/openapi/model.ts';
import type { Scope } from '#core/rule.ts';
import { toPlainValue } from '#core/tree/tree.ts';

/** Branches that are gone, or new: those of one name or one text belong together, and those that are left, one on each side. */
export function branchDifferences(pair: SchemaPair, scopes: ComparedScopes): Level {
  const differences: SchemaDifference[] = [];
  const inner: Level['inner'][number][] = [];
  for (const keyword of ['oneOf', 'anyOf'] as const) {
    const [former, now] = [pair.before.shape.branches(keyword), pair.after.shape.branches(keyword)];
    if (former.length === 0 && now.length === 0) continue;
    if (former.length === 0 || now.length === 0) {
      differences.push(wrapped(pair, keyword, former.length === 0 ? now : former, scopes));
      continue;
    }
    const { gone, added } = unpaired(former, now, scopes);
    const [left] = gone;
    const [other] = added;
    const path = [...pair.path, keyword];
    if (left !== undefined && other !== undefined && gone.length === 1 && added.length === 1)
      inner.push({ before: left, after: other, path });
    else differences.push(...countDifferences(pair, keyword, gone.length, added.length));
  }
  return { differences, inner };
}

/** A schema around which branches were put, or taken away: of others than itself nobody can tell. */
function wrapped(
  pair: SchemaPair,
  keyword: 'oneOf' | 'anyOf',
  branches: readonly OrReference<Schema>[],
  { before, after }: ComparedScopes,
): SchemaDifference {
  const isNew = pair.before.shape.branches(keyword).length === 0;
  const alone = isNew ? pair.before.shape.schema : pair.after.shape.schema;
  const own = keyOf(alone, isNew ? before : after);
  const isAmong = branches.some((branch) => keyOf(branch, isNew ? after : before) === own);
  const places = [pair.after, pair.before].map(({ shape }) => saidSpan(shape.said(keyword)[0]));
  const count = String(branches.length - 1);
  if (!isAmong) return pair.difference({ what: 'other', effect: 'unknown', name: keyword }, places[0], places[1]);
  return isNew
    ? pair.difference({ what: 'branch', effect: 'widened', name: keyword, after: count }, places[0], places[1])
    : pair.difference({ what: 'branch', effect: 'narrowed', name: keyword, before: count }, places[0], places[1]);
}

function* countDifferences(
  pair: SchemaPair,
  keyword: 'oneOf' | 'anyOf',
  gone: number,
  added: number,
): Iterable<SchemaDifference> {
  const places = [pair.after, pair.before].map(({ shape }) => saidSpan(shape.said(keyword)[0]));
  if (gone > 0) {
    const told = { what: 'branch', effect: 'narrowed', name: keyword, before: String(gone) } as const;
    yield pair.difference(told, places[0], places[1]);
  }
  if (added > 0) {
    const told = { what: 'branch', effect: 'widened', name: keyword, after: String(added) } as const;
    yield pair.difference(told, places[0], places[1]);
  }
}

function unpaired(
  former: readonly OrReference<Schema>[],
  now: readonly OrReference<Schema>[],
  scopes: ComparedScopes,
): { readonly gone: readonly OrReference<Schema>[]; readonly added: readonly OrReference<Schema>[] } {
  const left = new Map(former.map((branch) => [keyOf(branch, scopes.before), branch]));
  const added = now.filter((branch) => !left.delete(keyOf(branch, scopes.after)));
  return { gone: [...left.values()], added };
}

/** The name of a component, else what is written. */
function keyOf(branch: OrReference<Schema>, scope: Pick<Scope, 'resolve'>): string {
  const resolved = scope.resolve(branch);
  if (resolved?.role === 'component' && resolved.name !== undefined) return `#${resolved.name.value}`;
  return JSON.stringify(toPlainValue((resolved ?? branch).tree));
}
