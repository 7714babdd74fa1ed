import { commands, Location, Position, Range, Uri } from 'vscode';
import type { ChangesTarget } from '#server/protocol.ts';

/** Shows where things changed, beside the line that counts them. */
export async function showChanges({ uri, position, places }: ChangesTarget): Promise<void> {
  const locations = places.map(({ uri: file, range: { start, end } }) => {
    return new Location(Uri.parse(file), new Range(start.line, start.character, end.line, end.character));
  });
  const from = new Position(position.line, position.character);
  await commands.executeCommand('editor.action.showReferences', Uri.parse(uri), from, locations);
}
