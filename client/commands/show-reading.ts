import { commands, window } from 'vscode';
import { isReviewed } from '#client/reviewed-document.ts';
import { readingPageUri, type VirtualDocuments } from '#client/virtual-documents.ts';

/** Opens a page that says how the active file was read, beside it. */
export async function showReading(documents: VirtualDocuments): Promise<void> {
  const document = window.activeTextEditor?.document;
  if (document === undefined || !isReviewed(document)) {
    void window.showInformationMessage('Open an OpenAPI description or a Prisma schema first.');
    return;
  }
  const uri = readingPageUri(document.uri);
  documents.refresh(uri);
  await commands.executeCommand('vscode.open', uri, { preview: true });
}
