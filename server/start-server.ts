import {
  CodeActionKind,
  CodeLensRefreshRequest,
  type Connection,
  ErrorCodes,
  type InitializeResult,
  MessageType,
  ResponseError,
  ShowMessageNotification,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { answerRequests } from '#server/answer-requests.ts';
import { type ClientAbilities, readClientAbilities } from '#server/client-abilities.ts';
import { fixAllKind } from '#server/features/code-action.ts';
import { completionTriggers } from '#server/features/completion.ts';
import { listenToDocuments } from '#server/listen-to-documents.ts';
import { listenToWorkspace } from '#server/listen-to-workspace.ts';
import { navigatesSomewhere } from '#server/navigates.ts';
import type { ServerParts } from '#server/server-parts.ts';
import { Session } from '#server/session.ts';
import type { SessionOutput } from '#server/shown/session-output.ts';

/** Serves one client over a connection. The caller listens on it, and decides what becomes of the process. */
export function startServer(connection: Connection, parts: ServerParts): void {
  let session: Session | undefined;
  connection.onInitialize((params) => {
    // LSP 3.17, Initialize Request: it may be sent only once.
    if (session !== undefined)
      return new ResponseError(ErrorCodes.InvalidRequest, 'The server is initialized already.');
    const abilities = readClientAbilities(params);
    const output: SessionOutput = {
      publishDiagnostics: (published) => void connection.sendDiagnostics(published),
      reviewed: (reviewed) => void connection.sendNotification('plumbline/reviewed', reviewed),
      lensesChanged: () =>
        void (abilities.refreshesLenses && connection.sendRequest(CodeLensRefreshRequest.type).catch(() => undefined)),
      log: (message) => connection.console.error(message),
      note: (message) => connection.console.info(message),
      say: (message) =>
        void connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Info, message }),
    };
    session = new Session(abilities, output, parts);
    listenToDocuments(connection, session);
    listenToWorkspace(connection, session, params);
    answerRequests(connection, session, parts);
    return initializeResult(abilities, parts.version);
  });
  connection.onShutdown(() => session?.dispose());
}

function initializeResult(abilities: ClientAbilities, version: string): InitializeResult {
  const { hasWorkspaceFolders, registersCompletion } = abilities;
  const hasDefinitions = (['definition', 'refDefinition'] as const).some((each) => navigatesSomewhere(abilities, each));
  const anyFile = { filters: [{ scheme: 'file', pattern: { glob: '**/*' } }] };
  return {
    serverInfo: { name: 'plumbline', version },
    capabilities: {
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
      codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, fixAllKind], resolveProvider: true },
      hoverProvider: true,
      codeLensProvider: { resolveProvider: false },
      definitionProvider: hasDefinitions,
      referencesProvider: navigatesSomewhere(abilities, 'references'),
      documentHighlightProvider: navigatesSomewhere(abilities, 'highlight'),
      documentSymbolProvider: navigatesSomewhere(abilities, 'documentSymbol') && { label: 'Plumbline' },
      workspaceSymbolProvider: navigatesSomewhere(abilities, 'workspaceSymbol'),
      foldingRangeProvider: navigatesSomewhere(abilities, 'folding'),
      ...(navigatesSomewhere(abilities, 'documentLink') ? { documentLinkProvider: { resolveProvider: true } } : {}),
      ...(registersCompletion ? {} : { completionProvider: { triggerCharacters: [...completionTriggers] } }),
      workspace: {
        fileOperations: { didCreate: anyFile, didRename: anyFile, didDelete: anyFile },
        ...(hasWorkspaceFolders ? { workspaceFolders: { supported: true, changeNotifications: true } } : {}),
      },
    },
  };
}
