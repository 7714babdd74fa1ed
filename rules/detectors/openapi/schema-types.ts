import type { Schema } from '#core/openapi/model.ts';
import { findValue, type TreeNode } from '#core/tree/tree.ts';

/** The types of JSON Schema, and how they are spoken of. */
const spokenTypes: ReadonlyMap<string, string> = new Map([
  ['string', 'a string'],
  ['integer', 'an integer'],
  ['number', 'a number'],
  ['boolean', 'a boolean'],
  ['array', 'an array'],
  ['object', 'an object'],
  ['null', 'null'],
]);

const singleTypes: ReadonlyMap<string, readonly string[]> = new Map(
  [...spokenTypes.keys()].map((name) => [name, [name]]),
);

/** The types that `type` names; undefined where it is missing, or names one that is none. `nullable` adds nothing here. */
export function writtenTypes({ tree }: Pick<Schema, 'tree'>): readonly string[] | undefined {
  const type = findValue(tree, 'type');
  if (type === undefined) return undefined;
  if (type.kind !== 'list') return singleTypes.get(typeName(type));
  const names = type.items.map(typeName);
  return names.length > 0 && names.every((name) => spokenTypes.has(name)) ? names : undefined;
}

/** The type of values that are there, where there is one: `null` aside, and the same through `type: [string, 'null']`. */
export function soleType(schema: Pick<Schema, 'tree'>): string | undefined {
  const types = writtenTypes(schema);
  if (types === undefined || types.length === 1) return types?.[0];
  const [first, ...others] = types.filter((name) => name !== 'null');
  return others.length === 0 ? first : undefined;
}

/** `a string`, `a string or a number`. */
export function spokenType(types: readonly string[]): string {
  const told = types.length > 1 ? types.filter((name) => name !== 'null') : types;
  return told.map((name) => spokenTypes.get(name) ?? name).join(' or ');
}

/** True where the map of a schema holds a `type` of its own, whatever it is. */
export function isTyped(tree: TreeNode): boolean {
  return findValue(tree, 'type') !== undefined;
}

function typeName(node: TreeNode): string {
  return node.kind === 'scalar' && typeof node.value === 'string' ? node.value : '';
}
