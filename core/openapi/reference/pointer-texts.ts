import { isData, type KeysAre, keysAt, keysBelow } from '#core/openapi/data-key.ts';
import type { TreeSection } from '#core/tree/section.ts';
import { entriesOf, findString, type TreeNode } from '#core/tree/tree.ts';

/** A string that names a place, by a JSON Pointer or a file. */
export interface PointerText {
  /** Of the string itself, from the root of its file. */
  readonly pointer: readonly string[];
  readonly target: string;
}

/**
 * The strings of a section that name places: each `$ref`, in extensions too, the `operationRef` of a link, the `mapping` of a
 * discriminator. Looked for once, when somebody asks. Left out are those in examples and other data, and those below an `$id`, where
 * the same text means another place; what an alias or a merge key repeats counts where it is written.
 */
export function pointerTexts(section: TreeSection): readonly PointerText[] {
  const before = known.get(section);
  if (before !== undefined) return before;
  const found: PointerText[] = [];
  const { tree, pointer } = section;
  if (tree !== undefined && mayName(section) && findString(tree, '$id') === undefined) {
    collect(tree, keysAt(pointer), { found, seen: new Set(), pointer: [...pointer] });
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
  /** Of the value that is looked at; changed on the way. */
  readonly pointer: string[];
}

function collect(tree: TreeNode, keysAre: KeysAre, collection: Collection): void {
  if (tree.kind === 'list') {
    for (const [index, item] of tree.items.entries()) collectBelow(String(index), item, keysAre, collection);
    return;
  }
  for (const { key, value } of entriesOf(tree)) {
    if (value === undefined) continue;
    if (value.kind !== 'scalar') collectBelow(key.value, value, keysAre, collection);
    else if (naming.has(key.value)) note(key.value, value, collection);
  }
}

function collectBelow(step: string, value: TreeNode, keysAre: KeysAre, collection: Collection): void {
  const { pointer } = collection;
  if (value.kind === 'scalar' || findString(value, '$id') !== undefined || isData(step, value, keysAre)) return;
  pointer.push(step);
  collect(value, keysBelow(step, keysAre), collection);
  const isMapping = step === 'mapping' && pointer.at(-2) === 'discriminator';
  if (isMapping) for (const { key, value: mapped } of entriesOf(value)) note(key.value, mapped, collection);
  pointer.pop();
}

function note(key: string, value: TreeNode | undefined, { found, seen, pointer }: Collection): void {
  if (value?.kind !== 'scalar' || typeof value.value !== 'string' || seen.has(value.span.start)) return;
  seen.add(value.span.start);
  found.push({ pointer: [...pointer, key], target: value.value });
}
