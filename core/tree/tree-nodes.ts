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

/**
 * What stands at a place. There are a quarter of a million in a file of 10 MB, nearly all asked for their span never or
 * once: it is made when asked for.
 */
abstract class Placed {
  private readonly start: number;
  private readonly end: number;

  constructor(start: number, end: number) {
    this.start = start;
    this.end = end;
  }

  get span(): Span {
    return { start: this.start, end: this.end };
  }
}

class PlacedMap extends Placed implements MapNode {
  readonly kind = 'map';
  readonly entries: readonly TreeEntry[];

  constructor(start: number, end: number, entries: readonly TreeEntry[]) {
    super(start, end);
    this.entries = entries;
  }
}

class PlacedList extends Placed implements ListNode {
  readonly kind = 'list';
  readonly items: readonly TreeNode[];

  constructor(start: number, end: number, items: readonly TreeNode[]) {
    super(start, end);
    this.items = items;
  }
}

class PlacedScalar extends Placed implements ScalarNode {
  readonly kind = 'scalar';
  readonly value: Scalar;

  constructor(start: number, end: number, value: Scalar) {
    super(start, end);
    this.value = value;
  }
}

class PlacedKey extends Placed implements Located<string> {
  readonly value: string;

  constructor(start: number, end: number, value: string) {
    super(start, end);
    this.value = value;
  }
}
