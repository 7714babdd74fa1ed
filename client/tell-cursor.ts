import { type Disposable, type TextEditor, window } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import type { CursorParams, PlumblineClientNotifications } from '#server/protocol.ts';

/** The cursor is told when it has stayed for so long, in milliseconds: who passes through other lines has not left. */
const stay = 200;

/** Tells the server where the cursor is: what is typed elsewhere is finished then. */
export function tellCursor(client: LanguageClient): Disposable {
  let timer: NodeJS.Timeout | undefined;
  let told = '';
  const tell = () => {
    const params = cursorIn(window.activeTextEditor);
    if (params === undefined || JSON.stringify(params) === told || !client.isRunning()) return;
    told = JSON.stringify(params);
    void notify(client, 'plumbline/cursor', params).catch(() => undefined);
  };
  const moved = () => {
    clearTimeout(timer);
    timer = setTimeout(tell, stay);
  };
  const listeners = [window.onDidChangeTextEditorSelection(moved), window.onDidChangeActiveTextEditor(moved)];
  return {
    dispose() {
      clearTimeout(timer);
      for (const listener of listeners) listener.dispose();
    },
  };
}

/** More cursors than these are no more telling. */
const mostCursors = 100;

function cursorIn(editor: TextEditor | undefined): CursorParams | undefined {
  if (editor === undefined) return undefined;
  const positions = editor.selections
    .slice(0, mostCursors)
    .map(({ active: { line, character } }) => ({ line, character }));
  return { uri: editor.document.uri.toString(), version: editor.document.version, positions };
}

function notify<M extends keyof PlumblineClientNotifications>(
  client: LanguageClient,
  method: M,
  params: PlumblineClientNotifications[M],
): Promise<void> {
  return client.sendNotification(method, params);
}
