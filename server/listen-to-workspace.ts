import {
  CompletionRequest,
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type InitializeParams,
  WatchKind,
} from 'vscode-languageserver';
import { languages } from '#core/languages.ts';
import { configFileName } from '#core/source.ts';
import { sourceKindOf } from '#core/source-kind.ts';
import { readSettings } from '#server/client-abilities.ts';
import { completesIn } from '#server/completes.ts';
import { completionTriggers } from '#server/features/completion.ts';
import type { ServerSettings } from '#server/protocol.ts';
import type { Session } from '#server/session.ts';

/** Keeps the session's folders, files and settings equal to the client's. */
export function listenToWorkspace(connection: Connection, session: Session, params: InitializeParams): void {
  connection.onInitialized(async () => {
    await register(connection, session);
    const folders = firstFolders(params);
    if (folders.length === 0) connection.console.info(noFolder);
    session.start(await pullSettings(connection, session), folders);
    if (session.abilities.hasWorkspaceFolders) listenToFolders(connection, session);
  });
  connection.onDidChangeConfiguration(async ({ settings }) => {
    const pushed = typeof settings === 'object' && settings !== null ? readSettings(settings.plumbline) : {};
    session.changeSettings({ ...pushed, ...(await pullSettings(connection, session)) });
  });
  listenToFiles(connection, session);
}

/** Of the files that are watched, without the dot. */
const endings = languages.flatMap(({ files }) => files.endings.map((ending) => ending.slice(1)));

/** Settings of other tools that have no such ending. */
const settingsFiles = languages.flatMap(({ files }) => files.settings?.otherFiles ?? []);

async function register({ client }: Connection, { abilities }: Session): Promise<void> {
  if (abilities.pullsConfiguration)
    await client.register(DidChangeConfigurationNotification.type, { section: 'plumbline' });
  if (abilities.registersCompletion) {
    const documentSelector = [{ pattern: `**/${configFileName}` }, ...completedLanguages(abilities)];
    await client.register(CompletionRequest.type, { documentSelector, triggerCharacters: [...completionTriggers] });
  }
  if (!abilities.watchesFiles) return;
  const watchers = [
    { globPattern: `**/*.{${endings.join()}}` },
    ...settingsFiles.map((globPattern) => ({ globPattern })),
    // With these another commit may be meant.
    { globPattern: '**/.git/{HEAD,packed-refs}' },
    { globPattern: '**/.git/refs/**' },
    // A deleted folder is one event, which names none of its files.
    { globPattern: '**/*', kind: WatchKind.Delete },
  ];
  await client.register(DidChangeWatchedFilesNotification.type, { watchers });
}

/** Where anything is proposed beside the configuration. */
function completedLanguages(abilities: Session['abilities']): readonly { readonly language: string }[] {
  const editorLanguages = { yaml: ['yaml'], json: ['json', 'jsonc'], prisma: ['prisma'] } as const;
  return (['yaml', 'json', 'prisma'] as const)
    .filter((language) => completesIn(abilities, language))
    .flatMap((language) => editorLanguages[language].map((each) => ({ language: each })));
}

/** What the client answers; nothing where it is not to be asked, or has no settings to tell. */
async function pullSettings(connection: Connection, { abilities }: Session): Promise<Partial<ServerSettings>> {
  if (!abilities.pullsConfiguration) return {};
  return readSettings(await connection.workspace.getConfiguration('plumbline'));
}

const noFolder =
  'The client named no workspace folder and no rootUri: files that are not open are not read, and references to them not followed.';

/** `rootUri` is what clients sent before there were workspace folders. */
function firstFolders({ workspaceFolders, rootUri }: InitializeParams): readonly string[] {
  if (workspaceFolders !== undefined && workspaceFolders !== null) return workspaceFolders.map(({ uri }) => uri);
  return rootUri === null ? [] : [rootUri];
}

function listenToFolders(connection: Connection, session: Session): void {
  connection.workspace.onDidChangeWorkspaceFolders(async () => {
    const folders = await connection.workspace.getWorkspaceFolders();
    await session.setFolders((folders ?? []).map(({ uri }) => uri));
  });
}

function listenToFiles(connection: Connection, session: Session): void {
  connection.onDidChangeWatchedFiles(({ changes }) => session.refreshFiles(changes.map(({ uri }) => uri)));
  connection.workspace.onDidCreateFiles(({ files }) =>
    noteFiles(
      session,
      files.map(({ uri }) => uri),
    ),
  );
  connection.workspace.onDidDeleteFiles(({ files }) => session.refreshFiles(files.map(({ uri }) => uri)));
  connection.workspace.onDidRenameFiles(async ({ files }) => {
    await session.refreshFiles(files.map(({ oldUri }) => oldUri));
    await noteFiles(
      session,
      files.map(({ newUri }) => newUri),
    );
  });
}

/** What is named like no file we read may be a folder full of them. */
async function noteFiles(session: Session, uris: readonly string[]): Promise<void> {
  if (uris.some((uri) => sourceKindOf(uri).role === 'other')) await session.readAgain();
  else await session.refreshFiles(uris);
}
