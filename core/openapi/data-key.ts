import type { TreeNode } from '#core/tree/tree.ts';

/**
 * What the keys of a map are: words of the specification, or names that authors chose; a property may be called `default`, too. Those
 * of `examples` are names, or media types (OpenAPI 2.0).
 */
export type KeysAre = 'words' | 'names' | 'examples';

/** Under these words stands data of the API, whatever it looks like. */
const dataKeys: ReadonlySet<string> = new Set(['example', 'default', 'const', 'enum', 'value', 'dataValue']);

/** Under these words stand maps of names, in any version. */
const mapsOfNames: ReadonlySet<string> = new Set(
  'properties patternProperties dependentSchemas $defs definitions schemas responses parameters requestBodies headers callbacks links pathItems securitySchemes securityDefinitions mediaTypes paths webhooks content encoding additionalOperations variables scopes mapping'.split(
    ' ',
  ),
);

/** True for a value that is data of the API: below it nothing is a reference or a name of the description. */
export function isData(key: string, value: TreeNode, keysAre: KeysAre): boolean {
  if (keysAre === 'examples') return key.includes('/');
  // A schema has a list of examples.
  return keysAre === 'words' && (dataKeys.has(key) || (key === 'examples' && value.kind === 'list'));
}

/** What the keys of the value under a key, or of an item of a list, are. */
export function keysBelow(key: string, keysAre: KeysAre): KeysAre {
  if (keysAre !== 'words') return 'words';
  if (key === 'examples') return 'examples';
  return mapsOfNames.has(key) ? 'names' : 'words';
}

/** The same of the value at a pointer that begins at the root of a description. */
export function keysAt(pointer: readonly string[]): KeysAre {
  return pointer.reduce<KeysAre>((keysAre, key) => keysBelow(key, keysAre), 'words');
}
