import { SchemaShape } from '#core/openapi/compare/schema-shape.ts';
import { keywordsOf } from '#core/openapi/compare/telling-keywords.ts';
import type { OrReference, Schema } from '#core/openapi/model.ts';
import type { Scope } from '#core/rule.ts';
import { findValue, type PlainValue, toPlainValue } from '#core/tree/tree.ts';

/** Tells a branch from others: the name of a component, else what it says of values. */
export function branchKey(branch: OrReference<Schema>, scope: Pick<Scope, 'resolve'>): string {
  const resolved = scope.resolve(branch);
  if (resolved?.role === 'component' && resolved.name !== undefined) return `#${resolved.name.value}`;
  return JSON.stringify(said((resolved ?? branch).tree));
}

function said(tree: Schema['tree']): PlainValue {
  const names = keywordsOf(tree).filter((name) => name !== 'additionalProperties' || !isTrue(findValue(tree, name)));
  const values = names.sort().map((name) => [name, toPlainValue(findValue(tree, name) ?? tree)] as const);
  return Object.fromEntries(values);
}

function isTrue(node: Schema['tree'] | undefined): boolean {
  return node?.kind === 'scalar' && node.value === true;
}

/** By name, the properties of which a branch takes one value only: by those it is told from others. */
export function branchTags(branch: OrReference<Schema>, scope: Pick<Scope, 'resolve'>): ReadonlyMap<string, string> {
  const resolved = scope.resolve(branch);
  const found = new Map<string, string>();
  if (resolved === undefined) return found;
  for (const [name, { schema }] of new SchemaShape(resolved, scope).properties) {
    const property = scope.resolve(schema);
    const values = property && new SchemaShape(property, scope).values;
    if (values?.length === 1) found.set(name, JSON.stringify(values[0]));
  }
  return found;
}
