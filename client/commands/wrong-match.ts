import { window } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { applyServerEdit } from '#client/apply-server-edit.ts';
import type { DataMapNode } from '#client/data-map-node.ts';
import { request } from '#client/request.ts';

/** Says in the description that a schema is no such model, or a property no such field. */
export async function wrongMatch(client: LanguageClient, node: DataMapNode | undefined): Promise<void> {
  if (node?.wrong === undefined) return;
  const edit = await request(client, 'plumbline/wrongMatch', node.wrong);
  if (edit === null) {
    void window.showInformationMessage(
      'Nothing to write: the description is another one now, or cannot be written to. Say it under “mapping” in plumbline.yaml.',
    );
    return;
  }
  if (!(await applyServerEdit(client, edit)))
    void window.showWarningMessage('The file changed in between. Say it again.');
}
