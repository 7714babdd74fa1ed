import type { Schema } from '#core/openapi/model.ts';
import { findString } from '#core/tree/tree.ts';

/** The name of the component, the property or the 2.0 parameter that a schema stands for; undefined for others. */
export function schemaName({ role, name, tree }: Pick<Schema, 'role' | 'name' | 'tree'>): string | undefined {
  return name?.value ?? (role === 'parameter' ? findString(tree, 'name')?.value : undefined);
}

/** How findings name a schema: `“Order”`, `this schema`. */
export function schemaTitle(schema: Pick<Schema, 'role' | 'name' | 'tree'>): string {
  const name = schemaName(schema);
  return name === undefined ? 'this schema' : `“${name}”`;
}
