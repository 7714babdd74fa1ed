import type { Connection } from 'vscode-languageserver';
import { paramsProblem } from '#server/check-params.ts';
import type { CursorParams } from '#server/protocol.ts';
import type { Session } from '#server/session.ts';

/** Keeps the session's texts equal to the editor's. */
export function listenToDocuments(connection: Connection, session: Session): void {
  connection.onDidOpenTextDocument(({ textDocument: { uri, languageId, version, text } }) => {
    session.openDocument(uri, languageId, version, text);
  });
  connection.onDidChangeTextDocument(({ textDocument: { uri, version }, contentChanges }) => {
    session.changeDocument(uri, version, contentChanges);
  });
  connection.onDidSaveTextDocument(() => session.showAll());
  connection.onNotification('plumbline/cursor', (params: CursorParams) => {
    const problem = paramsProblem('plumbline/cursor', params);
    if (problem === undefined) session.moveCursor(params);
    else connection.console.error(problem);
  });
  connection.onDidCloseTextDocument(({ textDocument: { uri } }) => session.closeDocument(uri));
}
