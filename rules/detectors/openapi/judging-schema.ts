import type { OrReference, Schema } from '#core/openapi/model.ts';
import type { Reference } from '#core/openapi/view.ts';
import type { Scope } from '#core/rule.ts';

/**
 * The schema that judges the values written at a schema: it itself or, from 3.1 on, what the `$ref` beside them leads to. Up to 3.0 what
 * stands beside one counts for nothing.
 */
export function judgingSchema(node: Schema | Reference, scope: Pick<Scope, 'resolve'>): Schema | undefined {
  if (node.kind === 'openapi.schema') return node;
  if (!isOfSchema(node)) return undefined;
  const schema = scope.resolve<Schema>(node);
  const version = schema?.context.version;
  return version === '3.1' || version === '3.2' ? schema : undefined;
}

function isOfSchema(reference: Reference): reference is Reference<'openapi.schema'> & OrReference<Schema> {
  return reference.to === 'openapi.schema';
}
