import type { TreeDocument, TreeSection } from '#core/tree/section.ts';
import { childrenOf, findString, type TreeNode } from '#core/tree/tree.ts';

type Counts = ReadonlyMap<string, number>;

/** How often each name is declared by `$dynamicAnchor` in a file. */
export function dynamicAnchors(document: TreeDocument): Counts {
  const before = countsOfDocuments.get(document);
  if (before !== undefined) return before;
  const counts = new Map<string, number>();
  for (const section of document.sections)
    for (const [name, count] of anchorsOfSection(section)) counts.set(name, (counts.get(name) ?? 0) + count);
  countsOfDocuments.set(document, counts);
  return counts;
}

/**
 * The steps from a schema to each `$dynamicAnchor` in it, the first of a name. What declares another `$id` is a schema of its own (JSON
 * Schema 2020-12 §8.2.1).
 */
export function dynamicAnchorsIn(schema: TreeNode): ReadonlyMap<string, readonly string[]> {
  const before = stepsInSchemas.get(schema);
  if (before !== undefined) return before;
  const found = new Map<string, readonly string[]>();
  collectSteps(schema, [], found);
  stepsInSchemas.set(schema, found);
  return found;
}

const countsOfDocuments = new WeakMap<TreeDocument, Counts>();
const countsOfSections = new WeakMap<TreeSection, Counts>();
const stepsInSchemas = new WeakMap<TreeNode, ReadonlyMap<string, readonly string[]>>();

const none: Counts = new Map();

function anchorsOfSection(section: TreeSection): Counts {
  const before = countsOfSections.get(section);
  if (before !== undefined) return before;
  const { text, tree } = section;
  const counts = new Map<string, number>();
  // The keyword may be written in escapes.
  if (tree !== undefined && (text.includes('$dynamicAnchor') || text.includes('\\'))) countAnchors(tree, counts);
  countsOfSections.set(section, counts.size === 0 ? none : counts);
  return counts;
}

function countAnchors(tree: TreeNode, counts: Map<string, number>): void {
  const name = findString(tree, '$dynamicAnchor')?.value;
  if (name !== undefined) counts.set(name, (counts.get(name) ?? 0) + 1);
  for (const [, child] of childrenOf(tree))
    if (child !== undefined && child.kind !== 'scalar') countAnchors(child, counts);
}

function collectSteps(tree: TreeNode, steps: readonly string[], found: Map<string, readonly string[]>): void {
  if (steps.length > 0 && findString(tree, '$id') !== undefined) return;
  const name = findString(tree, '$dynamicAnchor')?.value;
  if (name !== undefined && !found.has(name)) found.set(name, steps);
  for (const [step, child] of childrenOf(tree))
    if (child !== undefined && child.kind !== 'scalar') collectSteps(child, [...steps, step], found);
}
