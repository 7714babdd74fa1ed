import type { FileEdits } from '#core/fix/file-edits.ts';
import type { Edit } from '#core/text/span.ts';

/** The edits of each file together, whether they came in one piece or in several. */
export function editsByFile(files: readonly FileEdits[]): ReadonlyMap<string, readonly Edit[]> {
  const byFile = new Map<string, readonly Edit[]>();
  for (const { uri, edits } of files) byFile.set(uri, [...(byFile.get(uri) ?? []), ...edits]);
  return byFile;
}
