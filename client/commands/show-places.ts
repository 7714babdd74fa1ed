import { commands, Location, Position, Range, Uri, window } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { request } from '#client/request.ts';
import type { PlacesTarget } from '#server/protocol.ts';

/** Shows all places that one finding tells of, beside the place they are asked for. */
export async function showPlaces(client: LanguageClient, target: PlacesTarget): Promise<void> {
  const places = await request(client, 'plumbline/places', target);
  if (places === null) {
    void window.showInformationMessage('This finding is gone.');
    return;
  }
  const { uri, position } = target.from;
  const locations = places.map(({ uri: file, range: { start, end } }) => {
    return new Location(Uri.parse(file), new Range(start.line, start.character, end.line, end.character));
  });
  const from = new Position(position.line, position.character);
  await commands.executeCommand('editor.action.showReferences', Uri.parse(uri), from, locations);
}
