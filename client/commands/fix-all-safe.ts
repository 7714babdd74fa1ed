import { window } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { applyServerEdit } from '#client/apply-server-edit.ts';
import { request } from '#client/request.ts';

/** Applies every safe fix of the active file: those that no client of the API and no stored row can notice. */
export async function fixAllSafe(client: LanguageClient): Promise<void> {
  const document = window.activeTextEditor?.document;
  if (document === undefined) return;
  const edit = await request(client, 'plumbline/fixAll', { uri: document.uri.toString() });
  if (edit === null) {
    // A message without buttons has one line, of about sixty characters.
    void window.showInformationMessage('Nothing to fix: no finding has a safe fix within this file.');
    return;
  }
  if (!(await applyServerEdit(client, edit))) {
    void window.showWarningMessage('The file changed in between. Run the command again.');
  }
}
