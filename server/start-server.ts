import {
  CodeActionKind,
  type Connection,
  ErrorCodes,
  type InitializeResult,
  ResponseError,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import type { Rulebook } from '#core/rulebook.ts';
import type { HeapPace } from '#files/tune-v8.ts';
import { answerRequests } from '#server/answer-requests.ts';
import type { BackgroundPlan } from '#server/background/background-thread.ts';
import { type ClientAbilities, readClientAbilities } from '#server/client-abilities.ts';
import { fixAllKind } from '#server/features/code-action.ts';
import { listenToDocuments } from '#server/listen-to-documents.ts';
import { listenToWorkspace } from '#server/listen-to-workspace.ts';
import { Session, type SessionOutput } from '#server/session.ts';
import type { Clock } from '#server/typing/clock.ts';
import type { PatternBook } from '#snippets/pattern-book.ts';

/** What the server is made of, beside the protocol. */
export interface ServerParts {
  readonly rulebook: Rulebook;
  readonly patterns: PatternBook;
  readonly version: string;
  /** Undefined: everything is reviewed on this thread. */
  readonly background?: BackgroundPlan | undefined;
  /** Undefined: as the process has it. */
  readonly heapPace?: HeapPace | undefined;
  /** Undefined: the one on the wall. */
  readonly clock?: Clock | undefined;
}

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
      log: (message) => connection.console.error(message),
    };
    session = new Session(abilities, output, parts);
    listenToDocuments(connection, session);
    listenToWorkspace(connection, session, params);
    answerRequests(connection, session, parts);
    return initializeResult(abilities, parts.version);
  });
  connection.onShutdown(() => session?.dispose());
}

function initializeResult(
  { hasWorkspaceFolders, registersCompletion }: ClientAbilities,
  version: string,
): InitializeResult {
  const anyFile = { filters: [{ scheme: 'file', pattern: { glob: '**/*' } }] };
  return {
    serverInfo: { name: 'plumbline', version },
    capabilities: {
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
      codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, fixAllKind], resolveProvider: true },
      hoverProvider: true,
      ...(registersCompletion ? {} : { completionProvider: { triggerCharacters: ['/'] } }),
      workspace: {
        fileOperations: { didCreate: anyFile, didRename: anyFile, didDelete: anyFile },
        ...(hasWorkspaceFolders ? { workspaceFolders: { supported: true, changeNotifications: true } } : {}),
      },
    },
  };
}
