import { type Diagnostic, languages, type TextEditor, window } from 'vscode';
import type { IgnoreTarget } from '#server/protocol.ts';

/** The finding under the cursor, else on its line; asks which where there are several. */
export async function findingAtCursor(): Promise<IgnoreTarget | undefined> {
  const editor = window.activeTextEditor;
  const found = editor === undefined ? [] : diagnosticsAtCursor(editor);
  if (editor === undefined || found.length === 0) {
    void window.showInformationMessage('There is no Plumbline finding at the cursor.');
    return undefined;
  }
  const choices = found.map((diagnostic) => ({
    label: diagnostic.message,
    description: ruleIdOf(diagnostic),
    diagnostic,
  }));
  const choice = choices.length === 1 ? choices[0] : await window.showQuickPick(choices, { title: 'Which finding?' });
  if (choice === undefined) return undefined;
  const { range } = choice.diagnostic;
  return { uri: editor.document.uri.toString(), ruleId: choice.description, range };
}

function diagnosticsAtCursor({ document, selection }: TextEditor): readonly Diagnostic[] {
  const all = languages
    .getDiagnostics(document.uri)
    .filter((diagnostic) => diagnostic.source === 'plumbline' && ruleIdOf(diagnostic) !== '');
  const under = all.filter(({ range }) => range.contains(selection.active));
  return under.length > 0 ? under : all.filter(({ range }) => range.start.line === selection.active.line);
}

function ruleIdOf({ code }: Diagnostic): string {
  return String(typeof code === 'object' ? code.value : (code ?? ''));
}
