import type { Evaluation, KeywordCheck, ReadKeyword } from '#core/openapi/validate/keyword.ts';
import { numberOf } from '#core/openapi/validate/number-keywords.ts';
import { Outcome } from '#core/openapi/validate/outcome.ts';
import { type SchemaSite, siteBelow } from '#core/openapi/validate/schema-site.ts';
import { valueKey } from '#core/openapi/validate/value-key.ts';
import { findBoolean, findValue, itemsOf, type MapNode, type TreeNode } from '#core/tree/tree.ts';

/** Those all versions have. */
export const listKeywords: readonly (readonly [string, ReadKeyword])[] = [
  ['minItems', (said) => countLimit('minItems', said, (found, limit) => found >= limit)],
  ['maxItems', (said) => countLimit('maxItems', said, (found, limit) => found <= limit)],
  ['uniqueItems', (said, schema) => (findBoolean(schema, 'uniqueItems')?.value === true ? sayUnique(said) : undefined)],
  ['items', readItems],
];

/** Those from 3.1 on. */
export const laterListKeywords: readonly (readonly [string, ReadKeyword])[] = [
  ['prefixItems', readPrefixItems],
  ['contains', readContains],
];

export const unevaluatedItems: ReadKeyword = (said) => (run, schema, value, out) => {
  if (value.kind !== 'list' || out.isUnknown) return;
  const site = siteBelow(schema, said, 'unevaluatedItems');
  for (const [index, item] of value.items.entries())
    if (out.evaluated?.hasItem(index) === false) run.below(site, item, out);
  out.evaluated?.addFirstItems(value.items.length);
};

function countLimit(
  keyword: string,
  said: TreeNode,
  holds: (found: number, limit: number) => boolean,
): KeywordCheck | undefined {
  const limit = numberOf(said);
  if (limit === undefined) return undefined;
  return (_run, schema, value, out) => {
    const found = value.kind === 'list' ? value.items.length : undefined;
    if (found !== undefined && !holds(found, limit)) out.add({ kind: 'bound', value, schema, keyword, limit, found });
  };
}

/** Told at the second of two that are the same. */
function sayUnique(_said: TreeNode): KeywordCheck {
  return (run, schema, value, out) => {
    const keys = new Set<string>();
    for (const item of itemsOf(value)) {
      run.spend(1);
      const key = valueKey(item);
      if (keys.has(key)) out.add({ kind: 'same-items', value: item, schema, keyword: 'uniqueItems' });
      keys.add(key);
    }
  };
}

/** Before 3.1 no list of schemas may stand there, nor after it: what it means is not sure. */
function readItems(said: TreeNode, schema: MapNode): KeywordCheck {
  if (said.kind === 'list') return notUnderstood('list');
  const before = itemsOf(findValue(schema, 'prefixItems')).length;
  return (run, site, value, out) => {
    if (value.kind !== 'list') return;
    const inner = siteBelow(site, said, 'items');
    for (const [index, item] of value.items.entries()) if (index >= before) run.below(inner, item, out);
    out.evaluated?.addFirstItems(value.items.length);
  };
}

function notUnderstood(kind: TreeNode['kind']): KeywordCheck {
  return (_run, _schema, value, out) => {
    if (value.kind === kind) out.isUnknown = true;
  };
}

function readPrefixItems(said: TreeNode): KeywordCheck | undefined {
  if (said.kind !== 'list') return undefined;
  return (run, schema, value, out) => {
    const items = itemsOf(value);
    for (const [index, inner] of said.items.entries()) {
      const item = items[index];
      if (item === undefined) break;
      run.below(siteBelow(schema, inner, 'prefixItems', index), item, out);
    }
    out.evaluated?.addFirstItems(Math.min(said.items.length, items.length));
  };
}

function readContains(said: TreeNode, schema: MapNode): KeywordCheck {
  const least = numberOf(findValue(schema, 'minContains')) ?? 1;
  const most = numberOf(findValue(schema, 'maxContains')) ?? Number.POSITIVE_INFINITY;
  return (run, site, value, out) => {
    if (value.kind !== 'list') return;
    const { fitting, unknown } = containedIn(run, siteBelow(site, said, 'contains'), value.items, out);
    const fault = { kind: 'contains', value, schema: site, found: fitting } as const;
    if (fitting + unknown < least) out.add({ ...fault, keyword: 'contains', limit: least });
    else if (fitting > most) out.add({ ...fault, keyword: 'maxContains', limit: most });
    else if (unknown > 0) out.isUnknown = true;
  };
}

function containedIn(
  run: Evaluation,
  site: SchemaSite,
  items: readonly TreeNode[],
  out: Outcome,
): { readonly fitting: number; readonly unknown: number } {
  let fitting = 0;
  let unknown = 0;
  for (const [index, item] of items.entries()) {
    const inner = new Outcome(false);
    run.below(site, item, inner);
    if (inner.isSure) {
      fitting++;
      out.evaluated?.addItem(index);
    } else if (!inner.isWrong) unknown++;
  }
  return { fitting, unknown };
}
