import type { TypedEntry, TypedList, TypedMap, TypedNode } from '#core/ask/complete/tree/typed-tree.ts';

/** A map or list that what is read next may belong to. */
export interface OpenFrame {
  readonly node: TypedMap | TypedList;
  /** The column of its keys or dashes; between brackets that of the line it was opened on. */
  readonly column: number;
  readonly isFlow: boolean;
  /** The entry under way. */
  entry: TypedEntry | undefined;
  /** What is expected next between brackets. */
  next: 'key' | 'colon' | 'value' | 'comma';
}

/** The maps and lists around the place that is read, the innermost last. */
export class OpenFrames {
  readonly #frames: OpenFrame[] = [];
  /** How many of them stand between brackets: within blocks, never around one. */
  readonly #flows = { map: 0, list: 0 };
  /** The outermost value. */
  root: TypedNode | undefined;

  get top(): OpenFrame | undefined {
    return this.#frames.at(-1);
  }

  get isFlow(): boolean {
    return this.top?.isFlow === true;
  }

  /** The column of the block that holds the brackets under way; -1 where nothing does. */
  get blockColumn(): number {
    return this.#frames[this.#frames.length - this.#flows.map - this.#flows.list - 1]?.column ?? -1;
  }

  /** Keys and list indexes to the slot that is filled next: under the entry, or the item, under way. */
  get slotPath(): readonly string[] {
    return this.#frames.map(stepOf);
  }

  /** To the map or list that is innermost. */
  get path(): readonly string[] {
    return this.#frames.slice(0, -1).map(stepOf);
  }

  /** The innermost whose column is this one or further left. */
  around(column: number): OpenFrame | undefined {
    return this.#frames.findLast((frame) => frame.column <= column);
  }

  /** To a map or list that is open, or to its slot. */
  pathOf(frame: OpenFrame, isSlot: boolean): readonly string[] {
    const count = this.#frames.indexOf(frame) + (isSlot ? 1 : 0);
    return this.#frames.slice(0, count).map(stepOf);
  }

  /** The one that holds a frame. */
  holderOf(frame: OpenFrame): OpenFrame | undefined {
    return this.#frames[this.#frames.indexOf(frame) - 1];
  }

  /** Ends what stands further right. */
  closeBeyond(column: number): void {
    while ((this.top?.column ?? -1) > column) this.pop();
  }

  closeFlows(): void {
    while (this.isFlow) this.pop();
  }

  /** True where a map or list between brackets is open. */
  hasFlow(kind: 'map' | 'list'): boolean {
    return this.#flows[kind] > 0;
  }

  pop(): void {
    const closed = this.#frames.pop();
    if (closed?.isFlow === true) this.#flows[closed.node.kind]--;
  }

  openMap(column: number, isFlow: boolean): OpenFrame {
    return this.#open({ kind: 'map', entries: [], column: isFlow ? undefined : column }, column, isFlow);
  }

  openList(column: number, isFlow: boolean): OpenFrame {
    return this.#open({ kind: 'list', items: [], column: isFlow ? undefined : column }, column, isFlow);
  }

  /** Begins an entry of the innermost map. */
  begin(key: string, isHere: boolean): void {
    const { top } = this;
    if (top?.node.kind !== 'map') return;
    top.entry = { key, value: undefined, isHere };
    top.node.entries.push(top.entry);
    top.next = 'colon';
  }

  /** Fills the slot under way; in a list between brackets a new one. */
  fill(value: TypedNode | undefined): void {
    const { top } = this;
    if (top === undefined) this.root = value;
    else if (top.node.kind === 'list') {
      if (top.isFlow) top.node.items.push(value);
      else top.node.items[top.node.items.length - 1] = value;
    } else if (top.entry !== undefined) top.entry.value = value;
    if (top !== undefined) top.next = 'comma';
  }

  /** What fills the slot under way. */
  get filled(): TypedNode | undefined {
    const { top } = this;
    if (top === undefined) return this.root;
    return top.node.kind === 'list' ? top.node.items.at(-1) : top.entry?.value;
  }

  #open(node: TypedMap | TypedList, column: number, isFlow: boolean): OpenFrame {
    this.fill(node);
    const frame: OpenFrame = { node, column, isFlow, entry: undefined, next: node.kind === 'map' ? 'key' : 'value' };
    this.#frames.push(frame);
    if (isFlow) this.#flows[node.kind]++;
    return frame;
  }
}

function stepOf({ node, entry }: OpenFrame): string {
  return node.kind === 'list' ? String(Math.max(0, node.items.length - 1)) : (entry?.key ?? '');
}
