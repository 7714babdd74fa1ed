import type { TreeChange } from '#core/tree/change.ts';
import { findEntry, type MapNode, type TreeNode } from '#core/tree/tree.ts';
import { writtenEntries } from '#core/tree/write/locate-slot.ts';

/** Why the writer leaves a change alone, as a sentence that goes on after “It cannot be written here: ”. */
export function refusalOf(text: string, tree: TreeNode | undefined, change: TreeChange): string {
  if (tree === undefined) return 'the file cannot be read.';
  if (hasOldLineEnds(text)) return 'its lines end with carriage returns alone; let them end with line feeds.';
  return obstacleOn(text, tree, change.pointer) ?? 'the text is written in a way that is not changed by itself.';
}

/** True for lines as they ended before Mac OS X; nothing is written among those. */
export function hasOldLineEnds(text: string): boolean {
  return text.includes('\r') && !text.includes('\n');
}

function obstacleOn(text: string, tree: TreeNode, pointer: readonly string[]): string | undefined {
  let node = tree;
  for (const step of pointer) {
    if (node.kind === 'map') {
      const { key, value, merged } = findEntry(node, step) ?? {};
      if (isTwice(node, step)) return `“${step}” stands there twice.`;
      if (key === undefined || value === undefined) return undefined;
      if (merged) return `“${step}” comes from a merge key (<<); it has to be changed at its anchor.`;
      if (value.span.start < key.span.end) return aliasText(text, key.span.end, step);
      node = value;
      continue;
    }
    const item = node.kind === 'list' ? node.items[Number(step)] : undefined;
    if (item === undefined) return undefined;
    if (item.span.start < node.span.start) return `item ${step} is an alias; it has to be changed at its anchor.`;
    node = item;
  }
  return undefined;
}

function isTwice(map: MapNode, step: string): boolean {
  return writtenEntries(map).filter(({ key }) => key.value === step).length > 1;
}

function aliasText(text: string, from: number, step: string): string {
  const [, name] = /^\s*:\s*\*([^\s,[\]{}]+)/.exec(text.slice(from, from + 200)) ?? [];
  return `“${step}” is an alias${name === undefined ? '' : ` (*${name})`}; it has to be changed at its anchor.`;
}
