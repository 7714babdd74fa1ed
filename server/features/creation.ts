import type { TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import type { Client, Texts } from '#server/inputs.ts';

/** What is needed to create files. */
export type CreationInput = Pick<Texts, 'documents'> & Client<'appliesDocumentChanges' | 'createsFiles'>;

/** The edit that creates a file with a text; clients that cannot create files take it as an insertion. */
export function creation({ abilities, documents }: CreationInput, uri: string, text: string): WorkspaceEdit {
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
