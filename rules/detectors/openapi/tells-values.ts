import type { OrReference, Schema } from '#core/openapi/model.ts';
import type { Scope } from '#core/rule.ts';
import { findEntry } from '#core/tree/tree.ts';

/** False for a text of which nothing is known: what is made up for it shows nothing. */
export function tellsValues(schema: OrReference<Schema>, scope: Pick<Scope, 'resolve'>): boolean {
  const resolved = scope.resolve(schema);
  if (resolved === undefined || !resolved.types.includes('string')) return resolved !== undefined;
  return findEntry(resolved.tree, 'format') !== undefined || findEntry(resolved.tree, 'pattern') !== undefined;
}
