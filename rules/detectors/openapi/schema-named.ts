import type { Parameter, Schema } from '#core/openapi/model.ts';
import { ownerTitle } from '#rules/detectors/openapi/owner-title.ts';

/** The schema that is written in place for a property, a parameter or a component; undefined for those of items, branches and bodies, which have no name of their own. */
export function schemaInPlace(node: Schema | Parameter): Schema | undefined {
  if (node.kind === 'openapi.parameter') return node.schema?.kind === 'openapi.schema' ? node.schema : undefined;
  return node.name !== undefined && (node.role === 'property' || node.role === 'component') ? node : undefined;
}

/** How findings name what has a schema: “total” of the schema it is in, or the parameter. */
export function namedTitle(node: Schema | Parameter): string {
  const name = node.name?.value ?? '';
  if (node.kind === 'openapi.schema' && node.role === 'component') return `The schema “${name}”`;
  const owner = ownerTitle(node.location);
  if (node.kind === 'openapi.schema') return owner === undefined ? `“${name}”` : `“${name}” of ${owner}`;
  return owner === undefined || owner.startsWith('parameter')
    ? `The parameter “${name}”`
    : `The parameter “${name}” of ${owner}`;
}
