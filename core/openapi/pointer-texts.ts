import type { TreeSection } from '#core/tree/section.ts';
import { entriesOf, findString, findValue, itemsOf, type TreeEntry, type TreeNode } from '#core/tree/tree.ts';

/** A string that names a place, by a JSON Pointer or a file. */
export interface PointerText {
  /** Of the string itself, from the root of its file. */
  readonly pointer: readonly string[];
  readonly target: string;
}

/**
 * The strings of a section that name places: each `$ref` wherever it stands, the `operationRef` of a link, the `mapping` of a
 * discriminator. Looked for once, when somebody asks. Left out are those below an `$id`, where the same text means another place;
 * what an alias or a merge key repeats counts where it is written.
 */
export function pointerTexts(section: TreeSection): readonly PointerText[] {
  const before = known.get(section);
  if (before !== undefined) return before;
  const found: PointerText[] = [];
  if (section.tree !== undefined && mayName(section)) {
    collect(section.tree, section.pointer, { found, seen: new Set() });
  }
  known.set(section, found);
  return found;
}

const known = new WeakMap<TreeSection, readonly PointerText[]>();

/** False where the text alone tells that it names nothing. */
function mayName({ text }: TreeSection): boolean {
  return text.includes('$') || text.includes('operationRef') || text.includes('mapping') || text.includes('\\');
}

const naming = new Set(['$ref', '$dynamicRef', 'operationRef']);

interface Collection {
  readonly found: PointerText[];
  /** Where the strings begin. */
  readonly seen: Set<number>;
}

function collect(tree: TreeNode, pointer: readonly string[], collection: Collection): void {
  if (tree.kind === 'scalar') return;
  if (tree.kind === 'list') {
    for (const [index, item] of itemsOf(tree).entries()) collect(item, [...pointer, String(index)], collection);
    return;
  }
  if (findString(tree, '$id') !== undefined) return;
  for (const entry of tree.entries) {
    const { key, value } = entry;
    if (naming.has(key.value)) note(entry, pointer, collection);
    if (value === undefined || value.kind === 'scalar') continue;
    const below = [...pointer, key.value];
    collect(value, below, collection);
    if (key.value !== 'discriminator') continue;
    for (const mapped of entriesOf(findValue(value, 'mapping'))) note(mapped, [...below, 'mapping'], collection);
  }
}

function note({ key, value }: TreeEntry, parent: readonly string[], { found, seen }: Collection): void {
  if (value?.kind !== 'scalar' || typeof value.value !== 'string' || seen.has(value.span.start)) return;
  seen.add(value.span.start);
  found.push({ pointer: [...parent, key.value], target: value.value });
}
