import type { SyntaxProblem } from '#core/text/section.ts';
import type { Located } from '#core/text/span.ts';
import type { TreeEntry, TreeNode } from '#core/tree/tree.ts';

const fewEntries = 8;

/** Adds a problem for every key that a map already has. */
export function reportDuplicateKeys(entries: readonly TreeEntry[], problems: SyntaxProblem[]): void {
  if (entries.length <= fewEntries) reportAmongFew(entries, problems);
  else reportAmongMany(entries, problems);
}

/** The problem of a key that stands twice in one map. Of maps and lists nobody knows whether one is meant, or both, or one belongs elsewhere. */
export function duplicateKeyProblem(key: Located<string>, ...values: readonly (TreeNode | undefined)[]): SyntaxProblem {
  return {
    code: 'duplicate-key',
    span: key.span,
    message: `The key “${key.value}” stands twice in its map, and the last one counts; remove or rename one of them.`,
    ...(values.every(isPlain) && { isHarmless: true }),
  };
}

function isPlain(node: TreeNode | undefined): boolean {
  return node === undefined || node.kind === 'scalar';
}

function reportAmongFew(entries: readonly TreeEntry[], problems: SyntaxProblem[]): void {
  for (let later = 1; later < entries.length; later++) {
    const entry = entries[later];
    for (let earlier = 0; earlier < later && entry !== undefined; earlier++) {
      const before = entries[earlier];
      if (before?.key.value !== entry.key.value) continue;
      problems.push(duplicateKeyProblem(entry.key, before.value, entry.value));
      break;
    }
  }
}

function reportAmongMany(entries: readonly TreeEntry[], problems: SyntaxProblem[]): void {
  const seen = new Map<string, TreeNode | undefined>();
  for (const { key, value } of entries) {
    if (seen.has(key.value)) problems.push(duplicateKeyProblem(key, seen.get(key.value), value));
    else seen.set(key.value, value);
  }
}
