import { commands } from 'vscode';
import { findingAtCursor } from '#client/finding-at-cursor.ts';
import { rulePageUri } from '#client/virtual-documents.ts';

/** Opens a rule's page, rendered; the rule of the finding at the cursor where none is given. */
export async function openRulePage(ruleId: string | undefined): Promise<void> {
  const id = ruleId ?? (await findingAtCursor())?.ruleId;
  if (id !== undefined) await commands.executeCommand('vscode.open', rulePageUri(id));
}
