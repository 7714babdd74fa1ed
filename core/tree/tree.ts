import type { Located, Span } from '#core/text/span.ts';

/** A YAML or JSON value with places. Spans count from the start of the owning section. */
export type TreeNode = MapNode | ListNode | ScalarNode;

export interface MapNode {
  readonly kind: 'map';
  readonly span: Span;
  readonly entries: readonly TreeEntry[];
}

export interface ListNode {
  readonly kind: 'list';
  readonly span: Span;
  readonly items: readonly TreeNode[];
}

export interface ScalarNode {
  readonly kind: 'scalar';
  readonly span: Span;
  readonly value: Scalar;
}

export type Scalar = string | number | boolean | null;

/**
 * One key of a map. `value` is undefined where the text ends after the colon of a broken file.
 * A node reached through a YAML alias keeps the spans of its anchor; so do entries that a merge key `<<` brought in.
 */
export interface TreeEntry {
  readonly key: Located<string>;
  readonly value: TreeNode | undefined;
  /** True for an entry that came from `<<: *anchor` and is not written in this map. */
  readonly merged?: true;
}

/** A JSON-like value without places. */
export type PlainValue = Scalar | readonly PlainValue[] | { readonly [key: string]: PlainValue };

/** True for a value that is not written, or is `null`. */
export function isEmptyValue(node: TreeNode): boolean {
  return node.kind === 'scalar' && node.value === null;
}

/** The keys whose strings tell people something. They are edited most and read least: reading one is noted by itself (`readProse`). */
export type ProseKey = 'description' | 'summary';

/** Under a key that is written out nothing but what is no prose can be looked for. */
type NotProse<K extends string> = K extends ProseKey ? never : unknown;

/** The entry of a map with this key; undefined when absent or when the node is no map. The last one wins among duplicates. */
export function findEntry<K extends string>(node: TreeNode | undefined, key: K & NotProse<K>): TreeEntry | undefined {
  if (node?.kind !== 'map') return undefined;
  for (let index = node.entries.length - 1; index >= 0; index--) {
    const entry = node.entries[index];
    if (entry?.key.value === key) return entry;
  }
  return undefined;
}

/** True where a key of a map begins as `$ref` does. Hardly a map has such keys: of the others nothing has to be compared. */
export function hasDollarKey({ entries }: MapNode): boolean {
  for (let index = 0; index < entries.length; index++)
    if (entries[index]?.key.value.charCodeAt(0) === dollar) return true;
  return false;
}

const dollar = 0x24;

/** The value under a key; undefined when absent or when the node is no map. */
export function findValue<K extends string>(node: TreeNode | undefined, key: K & NotProse<K>): TreeNode | undefined {
  return findEntry(node, key)?.value;
}

/** The node a path of keys and list indexes leads to. */
export function findNode(node: TreeNode | undefined, path: readonly string[]): TreeNode | undefined {
  let current = node;
  for (const step of path) {
    if (current?.kind === 'list') current = current.items[Number(step)];
    else current = findValue(current, step);
    if (current === undefined) return undefined;
  }
  return current;
}

/** The string under a key with its place; undefined for any other type. */
export function findString<K extends string>(
  node: TreeNode | undefined,
  key: K & NotProse<K>,
): Located<string> | undefined {
  const value = findValue(node, key);
  return value?.kind === 'scalar' && isString(value) ? value : undefined;
}

/** The number under a key with its place; undefined for any other type. */
export function findNumber<K extends string>(
  node: TreeNode | undefined,
  key: K & NotProse<K>,
): Located<number> | undefined {
  const value = findValue(node, key);
  return value?.kind === 'scalar' && isNumber(value) ? value : undefined;
}

/** The boolean under a key with its place; undefined for any other type. */
export function findBoolean<K extends string>(
  node: TreeNode | undefined,
  key: K & NotProse<K>,
): Located<boolean> | undefined {
  const value = findValue(node, key);
  return value?.kind === 'scalar' && isBoolean(value) ? value : undefined;
}

function isString(node: ScalarNode): node is ScalarNode & { readonly value: string } {
  return typeof node.value === 'string';
}

function isNumber(node: ScalarNode): node is ScalarNode & { readonly value: number } {
  return typeof node.value === 'number';
}

function isBoolean(node: ScalarNode): node is ScalarNode & { readonly value: boolean } {
  return typeof node.value === 'boolean';
}

/** The entries of a map; none for any other node. */
export function entriesOf(node: TreeNode | undefined): readonly TreeEntry[] {
  return node?.kind === 'map' ? node.entries : [];
}

/** The items of a list; none for any other node. */
export function itemsOf(node: TreeNode | undefined): readonly TreeNode[] {
  return node?.kind === 'list' ? node.items : [];
}

/** The values of a map, each with its key, or the items of a list, each with its index; none of a scalar. */
export function childrenOf(node: TreeNode): readonly (readonly [step: string, value: TreeNode | undefined])[] {
  if (node.kind === 'list') return node.items.map((item, index) => [String(index), item] as const);
  return entriesOf(node).map(({ key, value }) => [key.value, value] as const);
}

/** The node as a plain value, without places. A key without a value counts as null. */
export function toPlainValue(node: TreeNode | undefined): PlainValue {
  switch (node?.kind) {
    case undefined:
      return null;
    case 'scalar':
      return node.value;
    case 'list':
      return node.items.map(toPlainValue);
    case 'map':
      return Object.fromEntries(node.entries.map(({ key, value }) => [key.value, toPlainValue(value)]));
    default:
      return node satisfies never;
  }
}
