import { Uri, window, workspace } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { applyServerEdit } from '#client/apply-server-edit.ts';
import { endDateProblem, usualEndDate } from '#client/end-date.ts';
import { findReviewer } from '#client/find-reviewer.ts';
import { request } from '#client/request.ts';
import type { AcceptTarget } from '#server/protocol.ts';

/** Asks why a change may be, and until when, and writes it into `plumbline.changes.yaml`. */
export async function acceptChange(client: LanguageClient, target: AcceptTarget): Promise<void> {
  const why = await window.showInputBox({
    title: 'Accept this change',
    prompt: 'The reason stands in plumbline.changes.yaml, for everybody who reads it.',
    placeHolder: 'Why it may be',
    ignoreFocusOut: true,
    validateInput: (text) => (text.trim() === '' ? 'A reason is required.' : undefined),
  });
  if (why === undefined) return;
  const until = await window.showInputBox({
    title: 'Accept this change',
    prompt: 'The last day on which it is not told, as YYYY-MM-DD.',
    value: usualEndDate(new Date()),
    ignoreFocusOut: true,
    validateInput: (text) => endDateProblem(text, new Date()),
  });
  if (until === undefined) return;
  const uri = Uri.parse(target.uri);
  const who = await findReviewer(workspace.getWorkspaceFolder(uri)?.uri ?? uri);
  const edit = await request(client, 'plumbline/acceptChange', {
    ...target,
    why: why.trim(),
    who,
    until: until.trim(),
  });
  if (edit === null || !(await applyServerEdit(client, edit)))
    void window.showWarningMessage(
      'This change cannot be accepted. It may be gone already, or plumbline.changes.yaml be broken.',
    );
}
