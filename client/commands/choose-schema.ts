import { type QuickPickItem, window } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { request } from '#client/request.ts';

/** A file of a schema: of the one in the active editor, of the only one there is, or of one that is picked. Undefined where there is none. */
export async function chooseSchema(client: LanguageClient): Promise<string | undefined> {
  const document = window.activeTextEditor?.document;
  if (document?.languageId === 'prisma') return document.uri.toString();
  const schemas = (await request(client, 'plumbline/dataModels', {})) ?? [];
  const [first, second] = schemas;
  if (first === undefined) {
    void window.showInformationMessage('There is no Prisma schema in this workspace.');
    return undefined;
  }
  if (second === undefined) return first.uri;
  const items = schemas.map(({ title, uri }): QuickPickItem & { readonly uri: string } => ({ label: title, uri }));
  const picked = await window.showQuickPick(items, { placeHolder: 'Which schema?' });
  return picked?.uri;
}
