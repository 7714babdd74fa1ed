import type { SyntaxProblem } from '#core/text/section.ts';
import type { Located } from '#core/text/span.ts';
import type { TreeEntry } from '#core/tree/tree.ts';

const fewEntries = 8;

/** Adds a problem for every key that a map already has. */
export function reportDuplicateKeys(entries: readonly TreeEntry[], problems: SyntaxProblem[]): void {
  if (entries.length <= fewEntries) reportAmongFew(entries, problems);
  else reportAmongMany(entries, problems);
}

/** The problem of a key that stands twice in one map. */
export function duplicateKeyProblem(key: Located<string>): SyntaxProblem {
  return {
    code: 'duplicate-key',
    span: key.span,
    message: `The key “${key.value}” stands twice in its map, and the last one counts; remove or rename one of them.`,
    isHarmless: true,
  };
}

function reportAmongFew(entries: readonly TreeEntry[], problems: SyntaxProblem[]): void {
  for (let later = 1; later < entries.length; later++) {
    const entry = entries[later];
    for (let earlier = 0; earlier < later && entry !== undefined; earlier++) {
      if (entries[earlier]?.key.value !== entry.key.value) continue;
      problems.push(duplicateKeyProblem(entry.key));
      break;
    }
  }
}

function reportAmongMany(entries: readonly TreeEntry[], problems: SyntaxProblem[]): void {
  const seen = new Set<string>();
  for (const { key } of entries) {
    if (seen.has(key.value)) problems.push(duplicateKeyProblem(key));
    else seen.add(key.value);
  }
}
