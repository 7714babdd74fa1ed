import type { Located, Span } from '#core/text/span.ts';
import type { ListNode, MapNode, Scalar, ScalarNode, TreeEntry, TreeNode } from '#core/tree/tree.ts';

/** A map from its first to its last unit; see `TreeNode`. */
export function mapNode(start: number, end: number, entries: readonly TreeEntry[]): MapNode {
  return new PlacedMap(start, end, entries);
}

/** A list from its first to its last unit. */
export function listNode(start: number, end: number, items: readonly TreeNode[]): ListNode {
  return new PlacedList(start, end, items);
}

/** A scalar, quotes and block header included. */
export function scalarNode(start: number, end: number, value: Scalar): ScalarNode {
  return new PlacedScalar(start, end, value);
}

/** The key of an entry, quotes included. */
export function treeKey(start: number, end: number, value: string): Located<string> {
  return new PlacedKey(start, end, value);
}

/** True for nodes and keys of trees: data, though not plain objects. */
export function isPlaced(value: object): boolean {
  return placedClasses.some((placed) => value instanceof placed);
}

// There are a quarter of a million of these in a file of 10 MB, nearly all asked for their span never or once: it is made
// when asked for. Classes of their own, since those that extend another take longer to make.

class PlacedMap implements MapNode {
  readonly kind = 'map';
  readonly entries: readonly TreeEntry[];
  private readonly start: number;
  private readonly end: number;

  constructor(start: number, end: number, entries: readonly TreeEntry[]) {
    this.start = start;
    this.end = end;
    this.entries = entries;
  }

  get span(): Span {
    return { start: this.start, end: this.end };
  }
}

class PlacedList implements ListNode {
  readonly kind = 'list';
  readonly items: readonly TreeNode[];
  private readonly start: number;
  private readonly end: number;

  constructor(start: number, end: number, items: readonly TreeNode[]) {
    this.start = start;
    this.end = end;
    this.items = items;
  }

  get span(): Span {
    return { start: this.start, end: this.end };
  }
}

class PlacedScalar implements ScalarNode {
  readonly kind = 'scalar';
  readonly value: Scalar;
  private readonly start: number;
  private readonly end: number;

  constructor(start: number, end: number, value: Scalar) {
    this.start = start;
    this.end = end;
    this.value = value;
  }

  get span(): Span {
    return { start: this.start, end: this.end };
  }
}

class PlacedKey implements Located<string> {
  readonly value: string;
  private readonly start: number;
  private readonly end: number;

  constructor(start: number, end: number, value: string) {
    this.start = start;
    this.end = end;
    this.value = value;
  }

  get span(): Span {
    return { start: this.start, end: this.end };
  }
}

const placedClasses = [PlacedMap, PlacedList, PlacedScalar, PlacedKey];
