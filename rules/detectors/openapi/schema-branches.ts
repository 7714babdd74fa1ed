import type { OpenApiNode, OrReference, Schema } from '#core/openapi/model.ts';
import { ReadView } from '#core/openapi/read/read-view.ts';
import { entriesOf, type TreeEntry } from '#core/tree/tree.ts';

/** A schema that another one is made of, and the keyword it stands under (`$ref` beside other keywords in 3.1). */
export interface SchemaBranch {
  readonly schema: OrReference<Schema>;
  readonly keyword: string;
}

/** The schemas that judge the same value as this one: those of `allOf`, `anyOf`, `oneOf`, `not`, `if`, `then`, `else` and `dependentSchemas`. */
export function schemaBranches(schema: Schema): readonly SchemaBranch[] {
  // Most are objects of many properties and no branches.
  if (!(schema instanceof ReadView) || !entriesOf(schema.tree).some(holdsBranches)) return none;
  let found: SchemaBranch[] | undefined;
  for (const child of schema.children) {
    const keyword = isSchema(child) ? keywordOf(schema, child) : undefined;
    if (keyword === undefined || !isSchema(child)) continue;
    found ??= [];
    found.push({ schema: child, keyword });
  }
  return found ?? none;
}

const none: readonly SchemaBranch[] = [];
const lists = new Set(['allOf', 'anyOf', 'oneOf', 'dependentSchemas']);
const single = new Set(['not', 'if', 'then', 'else']);
const holders = new Set([...lists, ...single, '$ref']);

function holdsBranches({ key }: TreeEntry): boolean {
  return holders.has(key.value);
}

function keywordOf({ location: own }: Schema, { location }: OrReference<Schema>): string | undefined {
  if (location === own) return '$ref';
  const { parent, key } = location;
  if (parent === own) return single.has(key) || lists.has(key) ? key : undefined;
  return parent?.parent === own && lists.has(parent.key) ? parent.key : undefined;
}

function isSchema(node: OpenApiNode): node is OrReference<Schema> & OpenApiNode {
  return node.kind === 'openapi.schema' || (node.kind === 'openapi.reference' && node.to === 'openapi.schema');
}
