import { sectionAt } from '#core/ask/section-at.ts';
import type { Workspace } from '#core/project/workspace.ts';
import { type Span, shiftSpan } from '#core/text/span.ts';
import type { TreeSection } from '#core/tree/section.ts';
import { findNode, type TreeNode } from '#core/tree/tree.ts';

/** A key or a value in a YAML or JSON file. */
export interface NodeAt {
  readonly section: TreeSection;
  /** Where the section begins in its file. */
  readonly start: number;
  readonly part: 'key' | 'value';
  /** Keys and list indexes from the root of the file: of the value, or of the one under the key. */
  readonly pointer: readonly string[];
  /** The key, or the value, in the file. */
  readonly span: Span;
  /** The value; undefined under a key without one. */
  readonly tree: TreeNode | undefined;
}

/**
 * The innermost key or value that an offset of a YAML or JSON file touches, borders included; what an alias or a merge key repeats is
 * found where it is written. Undefined in Prisma files, and where nothing stands.
 */
export function nodeAt(workspace: Workspace, uri: string, offset: number): NodeAt | undefined {
  const place = sectionAt(workspace, uri, offset);
  if (place?.section.kind !== 'tree') return undefined;
  const { section, start } = place;
  const found = nodeIn(section, offset - start);
  return found && { section, start, ...found, span: shiftSpan(found.span, start) };
}

type NodeIn = Pick<NodeAt, 'part' | 'pointer' | 'span' | 'tree'>;

function nodeIn({ key, pointer, tree }: TreeSection, offset: number): NodeIn | undefined {
  if (key !== undefined && touches(key.span, offset)) return { part: 'key', pointer, span: key.span, tree };
  if (tree === undefined || !touches(tree.span, offset)) return undefined;
  const steps = [...pointer];
  const part = descendTo(tree, offset, steps);
  const value = findNode(tree, steps.slice(pointer.length));
  return part.isKey
    ? { part: 'key', pointer: steps, span: part.span, tree: value }
    : { part: 'value', pointer: steps, span: part.span, tree: value };
}

interface Part {
  readonly isKey: boolean;
  readonly span: Span;
}

/** Adds the steps that lead to what an offset touches. */
function descendTo(tree: TreeNode, offset: number, steps: string[]): Part {
  if (tree.kind === 'map') {
    for (const { key, value, merged } of tree.entries) {
      if (merged) continue;
      const isKey = touches(key.span, offset);
      if (!isKey && !(value && touches(value.span, offset))) continue;
      steps.push(key.value);
      return isKey || value === undefined ? { isKey: true, span: key.span } : descendTo(value, offset, steps);
    }
  }
  if (tree.kind === 'list') {
    const index = tree.items.findIndex(({ span }) => touches(span, offset));
    const item = tree.items[index];
    if (item !== undefined) {
      steps.push(String(index));
      return descendTo(item, offset, steps);
    }
  }
  return { isKey: false, span: tree.span };
}

function touches({ start, end }: Span, offset: number): boolean {
  return start <= offset && offset <= end;
}
