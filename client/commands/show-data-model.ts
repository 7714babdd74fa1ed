import { Uri, window } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { chooseSchema } from '#client/commands/choose-schema.ts';
import type { DiagramView } from '#client/diagram-view.ts';

/** Shows the data model of a schema: of the file that is clicked, else of the one that is edited, with the model at the cursor. */
export async function showDataModel(client: LanguageClient, view: DiagramView, clicked?: unknown): Promise<void> {
  const uri = clicked instanceof Uri ? clicked.toString() : await chooseSchema(client);
  if (uri !== undefined) view.show(uri, modelAtCursor(uri));
}

/** The name of the block that the cursor stands in; undefined before the first one. */
function modelAtCursor(uri: string): string | undefined {
  const editor = window.activeTextEditor;
  if (editor?.document.uri.toString() !== uri || editor.selection.active.line === 0) return undefined;
  for (let line = editor.selection.active.line; line >= 0; line--) {
    const [, keyword, name] =
      /^\s*(model|view|type|enum|datasource|generator)\s+(\w+)/.exec(editor.document.lineAt(line).text) ?? [];
    if (keyword !== undefined)
      return keyword === 'model' || keyword === 'view' || keyword === 'type' ? name : undefined;
  }
  return undefined;
}
