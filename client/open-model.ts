import { Range, Uri, ViewColumn, window } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { request } from '#client/request.ts';
import type { DataModelPlaceParams } from '#server/protocol.ts';

/** Opens a model, or a field of it, in the text: where its file is shown, else beside what is in `own`. */
export async function openModel(
  client: LanguageClient,
  params: DataModelPlaceParams,
  own: ViewColumn | undefined,
): Promise<void> {
  const place = await request(client, 'plumbline/dataModelPlace', params).catch(() => null);
  if (place === null) {
    void window.showInformationMessage('This model is gone.');
    return;
  }
  const { start, end } = place.range;
  await window.showTextDocument(Uri.parse(place.uri), {
    viewColumn: columnFor(place.uri, own),
    selection: new Range(start.line, start.character, end.line, end.character),
  });
}

function columnFor(uri: string, own: ViewColumn | undefined): ViewColumn {
  const showing = window.visibleTextEditors.find(({ document, viewColumn }) => {
    return document.uri.toString() === uri && viewColumn !== undefined && viewColumn !== own;
  });
  const other = window.tabGroups.all.find(({ viewColumn }) => viewColumn !== own);
  return showing?.viewColumn ?? other?.viewColumn ?? ViewColumn.Beside;
}
