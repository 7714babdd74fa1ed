import { commands } from 'vscode';
import { reportUri, type VirtualDocuments } from '#client/virtual-documents.ts';

/** Opens the review report as of now; the manifest's editor association shows it in the Markdown preview. */
export async function openReport(documents: VirtualDocuments): Promise<void> {
  documents.refresh(reportUri);
  await commands.executeCommand('vscode.open', reportUri);
}
