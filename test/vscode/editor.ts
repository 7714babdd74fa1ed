import {
  commands,
  type Diagnostic,
  extensions,
  languages,
  Range,
  type TextDocument,
  type TextEditor,
  Uri,
  WorkspaceEdit,
  window,
  workspace,
} from 'vscode';
import type { PlumblineApi } from '#client/main.ts';
import { waitUntil } from './wait-until.ts';

/** Opens a file of the workspace folder, by its path in there. */
export async function openFile(path: string): Promise<TextEditor> {
  return window.showTextDocument(fileUri(path), { preview: false });
}

/** Opens a file as a click would: what the API opens stays open for minutes after its tab is closed, even when the file is gone. */
export async function openAsPeople(uri: Uri): Promise<TextEditor> {
  await commands.executeCommand('vscode.open', uri, { preview: false });
  return waitUntil('the editor', () => {
    const editor = window.activeTextEditor;
    return editor?.document.uri.toString() === uri.toString() ? editor : undefined;
  });
}

/** The uri of a path in the workspace folder. */
export function fileUri(path: string): Uri {
  const folder = workspace.workspaceFolders?.[0];
  if (folder === undefined) throw new Error('The stories need a workspace folder.');
  return Uri.joinPath(folder.uri, path);
}

/** What Plumbline says about a file at this moment. */
export function findings(uri: Uri): readonly Diagnostic[] {
  return languages.getDiagnostics(uri).filter(({ source }) => source === 'plumbline');
}

/** Waits until a rule reports something in a file, and returns the first such finding. */
export function findingOf(uri: Uri, ruleId: string): Promise<Diagnostic> {
  return waitUntil(`a finding of ${ruleId} in ${uri.path}`, () =>
    findings(uri).find((diagnostic) => ruleOf(diagnostic) === ruleId),
  );
}

/** Waits until a rule is silent in a file. */
export async function silenceOf(uri: Uri, ruleId: string): Promise<void> {
  await waitUntil(`no finding of ${ruleId} in ${uri.path}`, () =>
    findings(uri).every((diagnostic) => ruleOf(diagnostic) !== ruleId),
  );
}

/** The id of the rule behind a finding. */
export function ruleOf({ code }: Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

/** Rule and line of every finding, sorted: what is compared before and after. */
export function summaryOf(uri: Uri): readonly string[] {
  return findings(uri)
    .map((diagnostic) => `${diagnostic.range.start.line + 1} ${ruleOf(diagnostic)}`)
    .sort();
}

/** Replaces the first occurrence of a text, as typing over it would. */
export async function replaceText(document: TextDocument, old: string, text: string): Promise<void> {
  const start = document.getText().indexOf(old);
  if (start < 0) throw new Error(`“${old}” is not in ${document.uri.path}`);
  const edit = new WorkspaceEdit();
  edit.replace(document.uri, new Range(document.positionAt(start), document.positionAt(start + old.length)), text);
  await workspace.applyEdit(edit);
}

/** Gives the files back as they are on disk, and closes them. */
export async function closeWithoutSaving(): Promise<void> {
  for (const document of workspace.textDocuments) {
    if (!document.isDirty) continue;
    await window.showTextDocument(document);
    await commands.executeCommand('workbench.action.files.revert');
  }
  await commands.executeCommand('workbench.action.closeAllEditors');
}

/** What the extension exports, once its server answers. */
export async function startedExtension(): Promise<PlumblineApi> {
  const extension = extensions.getExtension<PlumblineApi>('plumbline.api-plumbline');
  if (extension === undefined) throw new Error('The extension is not installed.');
  const api = await extension.activate();
  await api.started;
  return api;
}
