import { commands, Range, Uri } from 'vscode';
import type { ChangeNode } from '#client/change-node.ts';

/** Shows the file as it was beside the file as it is, at a change. */
export async function compareChange(node: ChangeNode | undefined): Promise<void> {
  if (node?.was === undefined) return;
  const [was, now] = [Uri.parse(node.was.uri), Uri.parse(node.place.uri)];
  const name = now.path.slice(now.path.lastIndexOf('/') + 1);
  const { range } = node.place;
  const selection = range && new Range(range.start.line, range.start.character, range.end.line, range.end.character);
  await commands.executeCommand('vscode.diff', was, now, `${name} (as it was ↔ now)`, { selection });
}
