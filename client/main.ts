import { type Disposable, type ExtensionContext, extensions, window, workspace } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { Answers } from '#client/answers.ts';
import { BesidePrisma } from '#client/beside-prisma.ts';
import { ChangesView } from '#client/changes-view.ts';
import { ChecklistView } from '#client/checklist-view.ts';
import {
  createClient,
  currentDeferredCompletion,
  currentDeferredNavigation,
  currentDeferredSyntax,
} from '#client/create-client.ts';
import { DataMapView } from '#client/data-map-view.ts';
import { DiagramView } from '#client/diagram-view.ts';
import { showFormerFiles } from '#client/former-files.ts';
import { showReadingStatus } from '#client/reading-status.ts';
import { registerCommands } from '#client/register-commands.ts';
import { ResourcesView } from '#client/resources-view.ts';
import { showStatusBar } from '#client/status-bar.ts';
import { tellCursor } from '#client/tell-cursor.ts';
import { VirtualDocuments } from '#client/virtual-documents.ts';

/** What other extensions, and the editor stories, get from `activate`. */
export interface PlumblineApi {
  /** Settles when the server answers; rejects when it cannot be started. */
  readonly started: Promise<void>;
  /** Undefined while the server is not running. */
  serverProcessId(): number | undefined;
}

let running: LanguageClient | undefined;

/** Called by the editor at the first file, command or view that needs the extension. Does not wait for the server. */
export function activate(context: ExtensionContext): PlumblineApi {
  const besidePrisma = new BesidePrisma(() => currentDeferredSyntax().includes('prisma'));
  const client = createClient(context.asAbsolutePath('dist/server.cjs'), besidePrisma);
  running = client;
  const answers = new Answers(client);
  const documents = new VirtualDocuments(client);
  const view = new ChecklistView(client);
  const diagram = new DiagramView(client, context);
  context.subscriptions.push(
    besidePrisma,
    view,
    new ResourcesView(client),
    new DataMapView(client),
    new ChangesView(client),
    documents,
    diagram,
    showStatusBar(client),
    showReadingStatus(client),
    showFormerFiles(client),
    tellCursor(client),
    restartWhenDeferralChanges(client),
    ...registerCommands({ client, documents, answers, view, diagram }),
  );
  const started = client.start();
  started.catch((error: unknown) => void tellFailedStart(client, error));
  return { started, serverProcessId: () => client.serverProcess?.pid };
}

/** The reason may be long: it stands in the output. */
async function tellFailedStart(client: LanguageClient, error: unknown): Promise<void> {
  client.error('The server did not start.', error, false);
  const choice = await window.showErrorMessage('Plumbline: the server did not start.', 'Show Output');
  if (choice !== undefined) client.outputChannel.show();
}

/** Called by the editor when it closes. */
export async function deactivate(): Promise<void> {
  await running?.stop();
}

/** What is left to others is told at the start, and seldom changes. */
function restartWhenDeferralChanges(client: LanguageClient): Disposable {
  const current = () =>
    [...currentDeferredSyntax(), ...currentDeferredNavigation(), ...currentDeferredCompletion()].join();
  let deferred = current();
  const update = async () => {
    const now = current();
    if (now === deferred) return;
    deferred = now;
    await client.restart();
  };
  const listeners = [extensions.onDidChange(update), workspace.onDidChangeConfiguration(update)];
  return { dispose: () => listeners.forEach((listener) => void listener.dispose()) };
}
