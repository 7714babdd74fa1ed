import type { Diagnostic } from 'vscode-languageserver';
import type { BackgroundFile } from '#server/background/background-message.ts';

/**
 * What is told of a file that is not open while somebody types in what it is compared with: of what was found only what was told
 * before. The text of such a file stays as it is, and so do the places in it.
 */
export function calmBackground(found: BackgroundFile, told: BackgroundFile): BackgroundFile {
  const before = new Set(diagnosticsOf(told).map((diagnostic) => JSON.stringify(diagnostic)));
  const all = diagnosticsOf(found);
  const isTold = (diagnostic: Diagnostic) => before.has(JSON.stringify(diagnostic));
  const held = all.filter((diagnostic) => !isTold(diagnostic));
  if (held.length === 0) return found;
  const counts = { ...found.counts };
  for (const { severity } of held) {
    const name = severity === 1 ? 'error' : severity === 2 ? 'warning' : 'info';
    counts[name] = Math.max(0, counts[name] - 1);
  }
  return { ...found, counts, content: JSON.stringify(all.filter(isTold)) };
}

function diagnosticsOf({ content }: BackgroundFile): readonly Diagnostic[] {
  return JSON.parse(content);
}
