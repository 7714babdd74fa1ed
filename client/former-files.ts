import { type Disposable, EventEmitter, type Uri, workspace } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { onNotification, request } from '#client/request.ts';

/** Files as they were have this scheme, and the path they had. */
export const baseScheme = 'plumbline-base';

/** Shows files as they were in the commit they are compared with, read-only. */
export function showFormerFiles(client: LanguageClient): Disposable {
  const changes = new EventEmitter<Uri>();
  const provider = workspace.registerTextDocumentContentProvider(baseScheme, {
    onDidChange: changes.event,
    provideTextDocumentContent: async (uri) =>
      (await request(client, 'plumbline/baseText', { uri: uri.with({ scheme: 'file' }).toString() })) ??
      'This file was not there.\n',
  });
  // Another commit may be meant; what is the same is not drawn again.
  const news = onNotification(client, 'plumbline/reviewed', () => {
    for (const { uri } of workspace.textDocuments) if (uri.scheme === baseScheme) changes.fire(uri);
  });
  return { dispose: () => [provider, news, changes].forEach((each) => void each.dispose()) };
}
