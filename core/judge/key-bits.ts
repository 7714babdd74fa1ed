import type { ReviewNode } from '#core/node.ts';
import { entriesOf } from '#core/tree/tree.ts';

/** The bit of every node, and of rules that look at all. */
const any = 1;
/** So many bits a small integer has. */
const most = 30;

/** The keys that the rules of one kind of node look for, a bit each: whether a rule has to look at a node is one operation. */
export class KeyBits {
  readonly #bits = new Map<string, number>();

  /** The bits of a rule that looks only where one of these keys is written; of more keys than bits several share one. */
  bitsOf(keys: readonly string[] | undefined): number {
    if (keys === undefined) return any;
    let bits = 0;
    for (const key of keys) {
      const bit = this.#bits.get(key) ?? 2 << (this.#bits.size % (most - 1));
      this.#bits.set(key, bit);
      bits |= bit;
    }
    return bits;
  }

  /** The bits of the keys that are written in the map of a node; all where it is no map of YAML or JSON. */
  writtenIn(node: ReviewNode): number {
    if (this.#bits.size === 0) return any;
    if (!('tree' in node)) return -1;
    let bits = any;
    for (const { key } of entriesOf(node.tree)) bits |= this.#bits.get(key.value) ?? 0;
    return bits;
  }
}
