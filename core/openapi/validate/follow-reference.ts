import type { Schema } from '#core/openapi/model.ts';
import { noNaming, ReferenceView } from '#core/openapi/read/read-reference.ts';
import type { SchemaSite } from '#core/openapi/validate/schema-site.ts';
import type { Reference } from '#core/openapi/view.ts';
import type { Scope } from '#core/rule.ts';
import { findValue } from '#core/tree/tree.ts';

/** The schema that a `$ref` or `$dynamicRef` leads to; undefined where that is not known. */
export function referredSchema(
  { location, tree }: SchemaSite,
  keyword: '$ref' | '$dynamicRef',
  scope: Pick<Scope, 'resolve'>,
): SchemaSite | undefined {
  const written = findValue(tree, keyword);
  if (written?.kind !== 'scalar' || typeof written.value !== 'string') return undefined;
  // What is known of a `$ref` is kept for the value that holds it: one with both keywords has two.
  const holder = keyword === '$ref' ? tree : written;
  const target = { value: written.value, span: written.span };
  const reference: Reference<'openapi.schema'> = new ReferenceView(
    { location, tree: holder, label: written },
    'openapi.schema',
    target,
    noNaming,
  );
  return scope.resolve<Schema>(reference);
}
