import { unquoted } from '#core/ask/complete/tree/line-tokens.ts';

/** A YAML or JSON value as far as it can be told from half-typed text. */
export type TypedNode = TypedMap | TypedList | TypedScalar;

export interface TypedMap {
  readonly kind: 'map';
  readonly entries: TypedEntry[];
  /** The column of its keys; undefined between brackets. */
  readonly column: number | undefined;
}

export interface TypedEntry {
  readonly key: string;
  value: TypedNode | undefined;
  /** True for the key that is being typed. */
  isHere: boolean;
}

export interface TypedList {
  readonly kind: 'list';
  /** Undefined where nothing stands behind a dash, and for what is being typed. */
  readonly items: (TypedNode | undefined)[];
  /** The column of its dashes; undefined between brackets. */
  readonly column: number | undefined;
}

export interface TypedScalar {
  readonly kind: 'scalar';
  /** Without quotes, escapes as they are written. */
  readonly text: string;
  /** With its quotes; empty for a text of several lines. */
  readonly written: string;
}

/** A scalar that is written on one line. */
export function typedScalar(written: string): TypedScalar {
  return { kind: 'scalar', text: unquoted(written), written };
}

/** What stands where a path of keys and list indexes leads. */
export function typedAt(node: TypedNode | undefined, path: readonly string[]): TypedNode | undefined {
  let current = node;
  for (const step of path) current = childOf(current, step);
  return current;
}

/** The value under a key, or at an index. */
export function childOf(node: TypedNode | undefined, step: string): TypedNode | undefined {
  if (node?.kind === 'map') return node.entries.findLast(({ key, isHere }) => key === step && !isHere)?.value;
  return node?.kind === 'list' ? node.items[Number(step)] : undefined;
}

/** The keys of a map, but for the one that is being typed; none of any other value. */
export function keysOf(node: TypedNode | undefined): readonly string[] {
  return node?.kind === 'map' ? node.entries.filter(({ isHere }) => !isHere).map(({ key }) => key) : [];
}

/** The texts of a list; a single text is a list of one. */
export function textsOf(node: TypedNode | undefined): readonly string[] {
  if (node?.kind === 'scalar') return [node.text];
  return node?.kind === 'list' ? node.items.flatMap((item) => (item?.kind === 'scalar' ? [item.text] : [])) : [];
}

/** The text under a key; undefined where there is none. */
export function textOf(node: TypedNode | undefined, key: string): string | undefined {
  const value = childOf(node, key);
  return value?.kind === 'scalar' ? value.text : undefined;
}
