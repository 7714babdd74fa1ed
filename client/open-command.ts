import { Range, type TreeItem, Uri } from 'vscode';
import type { Place } from '#client/checklist-node.ts';

/** What a click on a line of a view does that leads to a place. */
export function openCommand({ uri, range }: Place): NonNullable<TreeItem['command']> {
  const selection = range && new Range(range.start.line, range.start.character, range.end.line, range.end.character);
  return { command: 'vscode.open', title: 'Open', arguments: [Uri.parse(uri), ...(selection ? [{ selection }] : [])] };
}
