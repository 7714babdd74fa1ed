import type { Response } from '#core/openapi/model.ts';
import { copyOf } from '#core/text/copy-of.ts';
import { entriesOf, itemsOf, type TreeNode, toPlainValue } from '#core/tree/tree.ts';

/** So many values at most are worth writing again. */
const mostValues = 300;

/** So many texts are kept with what they say. */
const mostKnown = 1_000;

const known = new Map<string, string | undefined>();

/**
 * The response as JSON text, its descriptions included; undefined where it is too large to be written again. Errors repeat: what was
 * read of a text holds for the same text at the same column.
 */
export function writtenResponse({ tree, section }: Response): string | undefined {
  const { start, end } = tree.span;
  const text = section.text.slice(start, end);
  // Aliases mean something else elsewhere, block scalars end where others begin, and what is broken is guessed.
  if (section.problems.length > 0 || /[*&|>]/.test(text)) return jsonOf(tree);
  const key = `${section.language} ${start - section.text.lastIndexOf('\n', start - 1)} ${text}`;
  if (known.has(key)) return known.get(key);
  if (known.size >= mostKnown) known.clear();
  const written = jsonOf(tree);
  // A slice would hold the whole file alive.
  known.set(copyOf(key), written);
  return written;
}

function jsonOf(tree: TreeNode): string | undefined {
  return countValues(tree, mostValues) <= 0 ? undefined : JSON.stringify(toPlainValue(tree));
}

/** What is left of `budget` after the values of a tree; counting ends where nothing is. */
function countValues(tree: TreeNode | undefined, budget: number): number {
  let left = budget - 1;
  for (const { value } of entriesOf(tree)) if (left > 0) left = countValues(value, left);
  for (const item of itemsOf(tree)) if (left > 0) left = countValues(item, left);
  return left;
}
