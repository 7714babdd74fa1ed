import { window } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { applyServerEdit } from '#client/apply-server-edit.ts';
import { findingAtCursor } from '#client/finding-at-cursor.ts';
import { request } from '#client/request.ts';
import type { IgnoreTarget } from '#server/protocol.ts';

/** Asks for a reason and writes it where the finding is, so that it is not shown again; at the cursor where no finding is given. */
export async function ignoreWithReason(client: LanguageClient, given?: IgnoreTarget): Promise<void> {
  const target = given ?? (await findingAtCursor());
  if (target === undefined) return;
  const reason = await window.showInputBox({
    title: `Ignore ${target.ruleId} here`,
    prompt: 'The reason stands in the file, for everybody who reads it.',
    placeHolder: 'Why this is right here',
    ignoreFocusOut: true,
    validateInput: (text) => (text.trim() === '' ? 'A reason is required.' : undefined),
  });
  if (reason === undefined) return;
  const edit = await request(client, 'plumbline/ignore', { ...target, reason: reason.trim() });
  if (edit === null || !(await applyServerEdit(client, edit))) {
    void window.showWarningMessage('This finding cannot be ignored here. It may be gone already.');
  }
}
