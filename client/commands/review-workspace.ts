import { commands, ProgressLocation, window } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { countedNoun, describeCounts, sumCounts } from '#client/finding-counts.ts';
import { request } from '#client/request.ts';
import type { ReviewedParams } from '#server/protocol.ts';

/** Reads and reviews every file of the workspace again, and says what came out. */
export async function reviewWorkspace(client: LanguageClient): Promise<void> {
  const reviewed = await window.withProgress(
    { location: ProgressLocation.Notification, title: 'Plumbline: reviewing the workspace' },
    () => request(client, 'plumbline/reviewWorkspace', {}),
  );
  // The message waits for a click; the command does not.
  if (reviewed !== null) void announce(reviewed);
}

async function announce({ files }: ReviewedParams): Promise<void> {
  const counts = Object.values(files);
  if (counts.length === 0) {
    void window.showInformationMessage('Nothing to review: no OpenAPI description, no Prisma schema.');
    return;
  }
  const [problems, report] = ['Show Problems', 'Open Report'] as const;
  const message = `Plumbline reviewed ${countedNoun(counts.length, 'file')}: ${describeCounts(sumCounts(counts))}.`;
  const choice = await window.showInformationMessage(message, problems, report);
  if (choice === problems) await commands.executeCommand('workbench.panel.markers.view.focus');
  if (choice === report) await commands.executeCommand('plumbline.openReport');
}
