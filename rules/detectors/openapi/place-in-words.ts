import type { Schema } from '#core/openapi/model.ts';
import { pointerOf } from '#core/openapi/view.ts';
import { findNode, findString } from '#core/tree/tree.ts';
import { schemaName } from '#rules/schema-name.ts';

/** How a text names the value that a schema is for. */
export interface NamedPlace {
  /** `“email” of “User”`, `the items of “tags”`, `the parameter “q”`. */
  readonly text: string;
  /** The name that says what the value is; empty without any. */
  readonly name: string;
}

/** Names the value of a schema by its own name, or by that of the property, component or parameter it is part of. */
export function placeInWords(schema: Schema): NamedPlace {
  const keys = pointerOf(schema.location);
  const own = schemaName(schema);
  if (own === undefined) return partInWords(schema, keys);
  const text = schema.role === 'parameter' ? `the parameter “${own}”` : `“${own}”`;
  return { text: schema.role === 'property' ? text + holderOf(keys) : text, name: own };
}

function partInWords({ section }: Schema, keys: readonly string[]): NamedPlace {
  let before = '';
  for (let at = keys.length - 1; at >= 0; at--) {
    const key = keys[at] ?? '';
    const parent = keys[at - 1] ?? '';
    if (parent === 'properties') return { text: `${before}“${key}”${holderOf(keys)}`, name: key };
    if (parent === 'schemas' || parent === 'definitions') return { text: `${before}“${key}”`, name: key };
    if (key === 'schema') {
      const inSection = keys.slice(section.pointer.length, at);
      const name = findString(findNode(section.tree, inSection), 'name')?.value;
      return name === undefined
        ? { text: `${before}this body`, name: '' }
        : { text: `${before}the parameter “${name}”`, name };
    }
    if (key === 'items') before = 'the items of ';
  }
  return { text: before === '' ? 'this value' : 'these items', name: '' };
}

/** The component or the property around a property. */
function holderOf(keys: readonly string[]): string {
  for (let above = keys.lastIndexOf('properties') - 1; above > 0; above--) {
    if (holders.has(keys[above - 1] ?? '')) return ` of “${keys[above]}”`;
  }
  return '';
}

const holders: ReadonlySet<string> = new Set(['properties', 'schemas', 'definitions']);
