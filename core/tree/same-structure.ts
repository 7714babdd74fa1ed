import type { TreeSection } from '#core/tree/section.ts';
import type { ListNode, MapNode, TreeEntry, TreeNode } from '#core/tree/tree.ts';

/** True when two sections without problems say the same under the same keys, prose aside, wherever it stands in them. */
export function sameStructure(a: TreeSection, b: TreeSection): boolean {
  if (a.problems.length > 0 || b.problems.length > 0) return false;
  if (a.isHeader !== b.isHeader || a.key?.value !== b.key?.value) return false;
  if (a.tree === undefined || b.tree === undefined) return a.tree === b.tree;
  return new StructureComparison().isSame(a.tree, b.tree, false);
}

/** Keys below which every string counts: values that are copied, and maps whose keys are names. */
const plainKeys = new Set(['example', 'examples', 'value', 'dataValue', 'default', 'enum', 'const', 'mapping']);

const proseKeys = new Set(['description', 'summary']);

class StructureComparison {
  /** What an alias names is looked at once: as something with prose, and as a plain value. */
  readonly #described = new Map<TreeNode, TreeNode>();
  readonly #plain = new Map<TreeNode, TreeNode>();

  isSame(a: TreeNode, b: TreeNode, isPlain: boolean): boolean {
    if (a.kind === 'scalar') return b.kind === 'scalar' && Object.is(a.value, b.value);
    const seen = isPlain ? this.#plain : this.#described;
    if (seen.get(a) === b) return true;
    const isSame =
      a.kind === 'list'
        ? b.kind === 'list' && this.#isSameList(a, b, isPlain)
        : b.kind === 'map' && this.#isSameMap(a, b, isPlain);
    if (isSame) seen.set(a, b);
    return isSame;
  }

  #isSameList({ items: a }: ListNode, { items: b }: ListNode, isPlain: boolean): boolean {
    return a.length === b.length && a.every((item, index) => this.#isSameValue(item, b[index], isPlain));
  }

  #isSameMap({ entries: a }: MapNode, { entries: b }: MapNode, isPlain: boolean): boolean {
    return a.length === b.length && a.every((entry, index) => this.#isSameEntry(entry, b[index], isPlain));
  }

  #isSameEntry({ key, value, merged }: TreeEntry, other: TreeEntry | undefined, isPlain: boolean): boolean {
    if (key.value !== other?.key.value || merged !== other.merged) return false;
    if (!isPlain && proseKeys.has(key.value) && isText(value) && isText(other.value)) return true;
    return this.#isSameValue(value, other.value, isPlain || plainKeys.has(key.value) || key.value.startsWith('x-'));
  }

  #isSameValue(a: TreeNode | undefined, b: TreeNode | undefined, isPlain: boolean): boolean {
    return a === undefined || b === undefined ? a === b : this.isSame(a, b, isPlain);
  }
}

function isText(node: TreeNode | undefined): boolean {
  return node?.kind === 'scalar' && typeof node.value === 'string';
}
