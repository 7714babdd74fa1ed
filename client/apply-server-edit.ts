import { workspace } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import type { PlumblineRequests } from '#server/protocol.ts';

/** An edit as the server sends it. */
export type ServerEdit = NonNullable<PlumblineRequests['plumbline/fixAll']['result']>;

/** Applies an edit of the server; false when the editor refused it, as when the text changed in between. */
export async function applyServerEdit(client: LanguageClient, edit: ServerEdit): Promise<boolean> {
  return workspace.applyEdit(await client.protocol2CodeConverter.asWorkspaceEdit(edit));
}

/** The uris of the files an edit changes. */
export function editedUris({ changes, documentChanges }: ServerEdit): readonly string[] {
  const fromChanges = Object.keys(changes ?? {});
  const fromDocuments = (documentChanges ?? []).flatMap((change) =>
    'textDocument' in change ? [change.textDocument.uri] : [],
  );
  return [...new Set([...fromChanges, ...fromDocuments])];
}
