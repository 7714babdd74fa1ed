import { Range, Uri, window, workspace } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { applyServerEdit } from '#client/apply-server-edit.ts';
import { request } from '#client/request.ts';
import type { ResourceNode } from '#client/resource-node.ts';

/** Writes an operation that a resource lacks, as the others of the description are written, and shows where. */
export async function addOperation(client: LanguageClient, node: ResourceNode | undefined): Promise<void> {
  const params = node?.added;
  if (params === undefined) return;
  const made = await request(client, 'plumbline/addOperation', params);
  if (made === null) {
    void window.showInformationMessage('Nothing to add: the description is another one now.');
    return;
  }
  if (!(await applyServerEdit(client, made.edit))) {
    void window.showWarningMessage('The file changed in between. Add it again.');
    return;
  }
  const document = await workspace.openTextDocument(Uri.parse(made.uri));
  const { line, character } = made.position;
  await window.showTextDocument(document, { selection: new Range(line, character, line, character) });
}
