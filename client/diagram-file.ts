import { ColorThemeKind, commands, Uri, window, workspace } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import type { PageState } from '#client/diagram-message.ts';
import { request } from '#client/request.ts';

/** What a diagram can be written as. */
export type DiagramFormat = 'svg' | 'mermaid';

const kinds: {
  readonly [F in DiagramFormat]: { readonly ending: string; readonly filters: { [name: string]: string[] } };
} = {
  svg: { ending: 'svg', filters: { SVG: ['svg'] } },
  mermaid: { ending: 'mmd', filters: { Mermaid: ['mmd', 'mermaid'] } },
};

/** Writes a diagram to a file where the user says. */
export async function saveDiagram(
  client: LanguageClient,
  { uri, detail }: Pick<PageState, 'uri' | 'detail'>,
  format: DiagramFormat,
): Promise<void> {
  const { kind } = window.activeColorTheme;
  const theme = kind === ColorThemeKind.Dark || kind === ColorThemeKind.HighContrast ? 'dark' : 'light';
  const made = await request(client, 'plumbline/dataModelText', { uri, detail, format, theme }).catch(() => null);
  if (made === null) {
    void window.showInformationMessage('There is no data model to export: the schema is gone, or reviewing is off.');
    return;
  }
  const { ending, filters } = kinds[format];
  const defaultUri = besideOf(Uri.parse(uri), `${made.name}.${ending}`);
  const target = await window.showSaveDialog({
    ...(defaultUri === undefined ? {} : { defaultUri }),
    filters,
    title: 'Export Data Model',
  });
  if (target === undefined) return;
  try {
    await workspace.fs.writeFile(target, new TextEncoder().encode(made.text));
  } catch (error) {
    void window.showErrorMessage(`The data model could not be written to ${target.fsPath}: ${messageOf(error)}`);
    return;
  }
  void offerToOpen(target);
}

/** A file beside another; what was never saved lies nowhere, and counts to the first folder. */
function besideOf(file: Uri, name: string): Uri | undefined {
  const folder = file.scheme === 'untitled' ? workspace.workspaceFolders?.[0]?.uri : Uri.joinPath(file, '..');
  return folder && Uri.joinPath(folder, name);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

async function offerToOpen(target: Uri): Promise<void> {
  const open = 'Open';
  const name = target.path.slice(target.path.lastIndexOf('/') + 1);
  const choice = await window.showInformationMessage(`The data model was written to ${name}.`, open);
  if (choice === open) await commands.executeCommand('vscode.open', target);
}
