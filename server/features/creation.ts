import type { TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import type { Session } from '#server/session.ts';

/** The edit that creates a file with a text; clients that cannot create files take it as an insertion. */
export function creation({ abilities, documents }: Session, uri: string, text: string): WorkspaceEdit {
  const document = documents.clientDocument(uri);
  const start = { line: 0, character: 0 };
  const edits: TextEdit[] = [{ range: { start, end: start }, newText: text }];
  if (!abilities.appliesDocumentChanges || !abilities.createsFiles) return { changes: { [document.uri]: edits } };
  return {
    documentChanges: [
      { kind: 'create', uri: document.uri, options: { ignoreIfExists: true } },
      { textDocument: { uri: document.uri, version: document.version }, edits },
    ],
  };
}
