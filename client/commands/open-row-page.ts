import { commands } from 'vscode';
import type { RowId } from '#client/checklist-node.ts';
import { rowPageUri, type VirtualDocuments } from '#client/virtual-documents.ts';

/** Opens a row with its question in full, rendered, beside what has the focus; the next one takes its place. */
export async function openRowPage(documents: VirtualDocuments, row: RowId): Promise<void> {
  const uri = rowPageUri(row);
  documents.refresh(uri);
  await commands.executeCommand('vscode.open', uri, { preserveFocus: true, preview: true });
}
