import type { Parameter, Schema } from '#core/openapi/model.ts';
import { ownerTitle } from '#rules/detectors/openapi/owner-title.ts';

/** A schema that is written in place for a property, a parameter or a component, and what it is called. */
export interface NamedSchema {
  readonly schema: Schema;
  readonly name: string;
  /** As findings name it: `“total” of schema “Order”`. */
  readonly title: string;
}

/** Undefined for the schemas of items, branches and bodies, which have no name of their own, and behind a `$ref`. */
export function namedSchema(node: Schema | Parameter): NamedSchema | undefined {
  const name = node.name?.value;
  if (name === undefined) return undefined;
  const owner = ownerTitle(node.location);
  if (node.kind === 'openapi.parameter') {
    const { schema } = node;
    const of = owner === undefined || owner.startsWith('parameter') ? '' : ` of ${owner}`;
    return schema?.kind === 'openapi.schema' ? { schema, name, title: `The parameter “${name}”${of}` } : undefined;
  }
  if (node.role === 'component') return { schema: node, name, title: `The schema “${name}”` };
  const of = owner === undefined ? '' : ` of ${owner}`;
  return node.role === 'property' ? { schema: node, name, title: `“${name}”${of}` } : undefined;
}
